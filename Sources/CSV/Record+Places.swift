/// A place in a file, as a text editor shows it.
package struct Place: Equatable, Sendable {
  /// The physical line, 1-based.
  package var line: Int
  /// In characters (Unicode scalars), 1-based.
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

extension Record {
  /// Where a cell begins in the file: its first character, or its opening quote.
  ///
  /// `place(ofCell: count)` is where one more cell would begin. The record keeps no raw bytes:
  /// the places follow from the cells' text and from the quotes known to be left out of it.
  package func place(ofCell index: Int) -> Place {
    var place = Place(line: line, column: 1)
    for cell in cells[..<index] {
      advance(&place, over: cell)
      place.column += 1
    }
    return place
  }

  /// Just after the record's last character.
  package var endPlace: Place {
    var place = self.place(ofCell: count)
    if count > 0 { place.column -= 1 }
    return place
  }

  private func advance(_ place: inout Place, over cell: Cell) {
    let text = bytes[Int(cell.start)..<Int(cell.end)]
    guard cell.traits.contains(.quoted),
      let lastBreak = text.lastIndex(where: { $0 == 0x0A || $0 == 0x0D })
    else {
      place.column += text.scalarCount + Int(cell.hiddenQuotes)
      return
    }
    place.line += text.lineBreakCount
    // Behind the last break: the text, its quotes a second time for being doubled, the closing one.
    let tail = text[(lastBreak + 1)...]
    place.column = 1 + tail.scalarCount + tail.count { $0 == UInt8(ascii: "\"") } + 1
  }
}

extension ArraySlice<UInt8> {
  /// Unicode scalars in valid UTF-8.
  var scalarCount: Int { self.count { $0 & 0xC0 != 0x80 } }

  /// LF, CR and CRLF, each one break.
  var lineBreakCount: Int {
    var count = 0
    var previous: UInt8 = 0
    for byte in self {
      if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { count += 1 }
      previous = byte
    }
    return count
  }
}
