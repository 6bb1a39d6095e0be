extension RecordReader {
  /// Reads more behind what the buffer holds, or learns that the source has ended.
  mutating func refill(_ record: inout Record) throws(CSVFault) {
    makeRoom()
    do throws(SourceFault) {
      if utf16 == nil { try readPlain() } else { try readUTF16() }
    } catch {
      throw final(fault(.source(error), at: end), &record)
    }
    for index in end..<end + RecordScanner.slack { buffer[index] = 0 }
  }

  /// Moves the record begun to the buffer's front and grows the buffer where it fills it.
  private mutating func makeRoom() {
    let pending = end - start
    let wanted = pending + amount + RecordScanner.slack
    if buffer.count < wanted {
      buffer = Self.copy(buffer[start..<end], room: wanted)
    } else if start > 0 {
      buffer.withUnsafeMutableBytes { bytes in
        bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
      }
    }
    start = 0
    end = pending
  }

  private static func copy(_ bytes: ArraySlice<UInt8>, room: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: room) { target, count in
      target.initialize(repeating: 0)
      bytes.withUnsafeBytes { UnsafeMutableRawBufferPointer(target).copyMemory(from: $0) }
      count = room
    }
  }

  /// More at once the longer the record is, so that scanning it anew stays linear in its length.
  private var amount: Int { max(options.blockSize, end - start) }

  private mutating func readPlain() throws(SourceFault) {
    let count = try read(amount, toBufferAt: end)
    if count == 0 { sourceHasEnded = true }
    end += count
  }

  private mutating func read(_ count: Int, toBufferAt index: Int) throws(SourceFault) -> Int {
    // What stands behind the text's end mark is not read.
    var left = Int64(count)
    if let textEnd = form.textEnd { left = min(left, textEnd - readOffset) }
    guard left > 0 else { return 0 }
    let wanted = Int(left)
    var read = 0
    var fault: SourceFault?
    let (source, offset) = (source, readOffset)
    buffer.withUnsafeMutableBytes { bytes in
      do throws(SourceFault) {
        read = try source.read(into: .init(rebasing: bytes[index..<index + wanted]), at: offset)
      } catch {
        fault = error
      }
    }
    if let fault { throw fault }
    readOffset += Int64(read)
    return read
  }

  private mutating func readUTF16() throws(SourceFault) {
    guard var decoder = utf16.take() else { return }
    defer { utf16 = decoder }
    // The raw block follows the room that its text may need: three bytes for every two.
    let rawStart = end + amount / 2 * 3 + 6
    let wanted = rawStart + amount + RecordScanner.slack
    if buffer.count < wanted { buffer = Self.copy(buffer[..<end], room: wanted) }
    let count = try read(amount, toBufferAt: rawStart)
    buffer.withUnsafeMutableBytes { bytes in
      end += decoder.decode(
        UnsafeRawBufferPointer(rebasing: bytes[rawStart..<rawStart + count]), isLast: count == 0,
        into: UnsafeMutableRawBufferPointer(rebasing: bytes[end..<rawStart]))
    }
    if count == 0 || decoder.isBroken { sourceHasEnded = true }
  }
}
