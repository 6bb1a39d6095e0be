/// A value of a fault that can be kept outside of memory as bytes, one after the other without names.
protocol FaultPart {
  func write(to parts: inout PartsWriter)
  static func read(_ parts: inout PartsReader) -> Self
}

struct PartsWriter {
  fileprivate(set) var bytes: [UInt8] = []

  mutating func put<each Part: FaultPart>(_ part: repeat each Part) {
    repeat (each part).write(to: &self)
  }
}

/// Reads what a `PartsWriter` wrote, in the same order.
struct PartsReader {
  fileprivate let bytes: [UInt8]
  fileprivate var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next<Part: FaultPart>() -> Part { Part.read(&self) }
}

extension Int64: FaultPart {
  /// Seven bits a byte, the lowest first, the sign in the lowest bit: most numbers are small.
  func write(to parts: inout PartsWriter) {
    var rest = UInt64(bitPattern: self << 1 ^ self >> 63)
    while rest >= 0x80 {
      parts.bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    parts.bytes.append(UInt8(rest))
  }

  static func read(_ parts: inout PartsReader) -> Int64 {
    var (rest, shift): (UInt64, UInt64) = (0, 0)
    while true {
      let byte = parts.bytes[parts.place]
      parts.place += 1
      rest |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int64(rest >> 1) ^ -Int64(rest & 1) }
      shift += 7
    }
  }
}

extension Int: FaultPart {
  func write(to parts: inout PartsWriter) { parts.put(Int64(self)) }
  static func read(_ parts: inout PartsReader) -> Int { Int(Int64.read(&parts)) }
}

extension Int32: FaultPart {
  func write(to parts: inout PartsWriter) { parts.put(Int64(self)) }
  static func read(_ parts: inout PartsReader) -> Int32 { Int32(Int64.read(&parts)) }
}

extension String: FaultPart {
  func write(to parts: inout PartsWriter) {
    parts.put(utf8.count)
    parts.bytes.append(contentsOf: utf8)
  }

  static func read(_ parts: inout PartsReader) -> String {
    let count: Int = parts.next()
    let start = parts.place
    parts.place += count
    return String(decoding: parts.bytes[start..<parts.place], as: UTF8.self)
  }
}

extension Optional: FaultPart where Wrapped: FaultPart {
  func write(to parts: inout PartsWriter) {
    parts.put(self == nil ? 0 : 1)
    if let self { self.write(to: &parts) }
  }

  static func read(_ parts: inout PartsReader) -> Wrapped? {
    Int.read(&parts) == 0 ? nil : Wrapped.read(&parts)
  }
}

extension Array: FaultPart where Element: FaultPart {
  func write(to parts: inout PartsWriter) {
    parts.put(count)
    for element in self { element.write(to: &parts) }
  }

  static func read(_ parts: inout PartsReader) -> [Element] {
    (0..<Int.read(&parts)).map { _ in Element.read(&parts) }
  }
}
