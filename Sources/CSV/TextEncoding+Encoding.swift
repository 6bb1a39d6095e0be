extension TextEncoding {
  /// Appends UTF-8 text in this encoding; all four cover Unicode. Malformed UTF-8 becomes U+FFFD,
  /// except in UTF-8, where bytes pass as they are.
  package func append(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
    guard self != .utf8 else {
      text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
      return
    }
    text.withUnsafeBufferPointer { source in
      var scalars = UTF8()
      var input = source.makeIterator()
      while true {
        switch scalars.decode(&input) {
        case .scalarValue(let scalar): append(scalar.value, to: &bytes)
        case .error: append(0xFFFD, to: &bytes)
        case .emptyInput: return
        }
      }
    }
  }

  func append(_ text: [UInt8], to bytes: inout [UInt8]) {
    append(text.span, to: &bytes)
  }

  private func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    switch self {
    case .utf8: break  // Passed as bytes above.
    case .gb18030: GB18030.append(scalar, to: &bytes)
    case .utf16LE, .utf16BE:
      if scalar < 0x1_0000 {
        append(unit: UInt16(scalar), to: &bytes)
      } else {
        let offset = scalar - 0x1_0000
        append(unit: UInt16(0xD800 | offset >> 10), to: &bytes)
        append(unit: UInt16(0xDC00 | offset & 0x3FF), to: &bytes)
      }
    }
  }

  private func append(unit: UInt16, to bytes: inout [UInt8]) {
    let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
    bytes.append(self == .utf16BE ? high : low)
    bytes.append(self == .utf16BE ? low : high)
  }
}
