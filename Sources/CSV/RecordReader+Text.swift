extension RecordReader {
  /// Fills the record's text from the raw cells; returns the index of the first byte that is not
  /// text in the file's encoding.
  mutating func decode(upTo contentEnd: Int, into record: inout Record) -> Int? {
    let invalid: Int? =
      switch form.encoding {
      case .utf8: copyChecking(upTo: contentEnd, into: &record)
      case .utf16LE, .utf16BE: copy(upTo: contentEnd, into: &record)
      case .gb18030: transcode(upTo: contentEnd, into: &record)
      }
    if invalid == nil, scanner.hasQuotedCell { record.unescape() }
    return invalid
  }

  private func copy(upTo contentEnd: Int, into record: inout Record) -> Int? {
    record.makeRoom(contentEnd - start)
    let range = start..<contentEnd
    buffer.withUnsafeBytes { source in
      record.bytes.withUnsafeMutableBytes { target in
        target.copyMemory(from: UnsafeRawBufferPointer(rebasing: source[range]))
      }
    }
    return nil
  }

  private func copyChecking(upTo contentEnd: Int, into record: inout Record) -> Int? {
    _ = copy(upTo: contentEnd, into: &record)
    var validator = UTF8Validator()
    validator.feed(record.bytes.span.bytes.extracting(first: contentEnd - start))
    return validator.faultAtEnd.map { start + Int($0) }
  }

  /// Cell by cell, because the text is not as long as the bytes it comes from.
  private func transcode(upTo contentEnd: Int, into record: inout Record) -> Int? {
    record.makeRoom(GB18030.room(for: contentEnd - start))
    let (start, mapping) = (start, GB18030.shared)
    var invalid: Int?
    buffer.withUnsafeBufferPointer { source in
      record.bytes.withUnsafeMutableBufferPointer { target in
        guard let raw = source.baseAddress, let text = target.baseAddress else { return }
        var written = 0
        for index in 0..<record.count where invalid == nil {
          let cell = Int(record.cells[index].start)..<Int(record.cells[index].end)
          let result = mapping.decode(
            raw + start + cell.lowerBound, count: cell.count, into: text + written)
          record.cells[index].start = Int32(truncatingIfNeeded: written)
          written += result.written
          record.cells[index].end = Int32(truncatingIfNeeded: written)
          invalid = result.invalid.map { start + cell.lowerBound + $0 }
        }
      }
    }
    return invalid
  }

  /// A fault of the current record, at an index of the buffer.
  func fault(_ kind: CSVFault.Kind, at index: Int) -> CSVFault {
    let place = place(at: index)
    return CSVFault(
      kind: kind, record: recordNumber, line: place.line, column: place.column,
      byteOffset: startOffset + sourceLength(from: start, to: index))
  }

  /// The physical line and the column of an index in the current record; all before it is valid.
  private func place(at index: Int) -> Place {
    let before = buffer[start..<index]
    let lastBreak = before.lastIndex { $0 == 0x0A || $0 == 0x0D }
    let tail = before[(lastBreak.map { $0 + 1 } ?? start)...]
    let characters =
      form.encoding == .gb18030 ? GB18030.characterCount(tail) : tail.scalarCount
    return Place(line: line + before.lineBreakCount, column: characters + 1)
  }

  /// How long a piece of the buffer is in the file.
  func sourceLength(from lower: Int, to upper: Int) -> Int64 {
    guard form.encoding.isUTF16 else { return Int64(upper - lower) }
    // One unit a scalar, two for the scalars of four bytes.
    let text = buffer[lower..<upper]
    return 2 * Int64(text.scalarCount + text.count { $0 >= 0xF0 })
  }
}

extension Record {
  mutating func makeRoom(_ byteCount: Int) {
    if bytes.count < byteCount { bytes = Array(repeating: 0, count: byteCount * 2) }
  }

  /// Takes the quotes out of quoted cells, each within its own bytes.
  mutating func unescape() {
    for index in 0..<count where cells[index].traits.contains(.quoted) {
      var cell = cells[index]
      cell.hiddenQuotes = 2
      if !cell.traits.isDisjoint(with: [.doubledQuote, .tail]) {
        let length = cell.end - cell.start
        cell.end = Int32(unescape(Int(cell.start)..<Int(cell.end)))
        // The two around a cell with a tail: one before it, one within.
        cell.hiddenQuotes = length - (cell.end - cell.start)
        cell.hiddenQuotes += cell.traits.contains(.tail) ? 1 : 2
      }
      cells[index] = cell
    }
  }

  /// Moves the cell's bytes together without the doubled quotes' second halves and the closing
  /// quote; what follows is taken as it is. Returns the new end.
  private mutating func unescape(_ range: Range<Int>) -> Int {
    let quote = UInt8(ascii: "\"")
    var target = range.lowerBound
    var index = range.lowerBound
    var isInside = true
    while index < range.upperBound {
      let byte = bytes[index]
      index += 1
      if isInside, byte == quote {
        guard index < range.upperBound, bytes[index] == quote else {
          isInside = false
          continue
        }
        index += 1
      }
      bytes[target] = byte
      target += 1
    }
    return target
  }
}
