extension TextEncoding {
  /// The text of bytes without a byte order mark; nil where they are none in this encoding.
  package func text(of bytes: [UInt8]) -> String? {
    switch self {
    case .utf8: String(validating: bytes, as: UTF8.self)
    case .gb18030: Self.textOfGB18030(bytes)
    case .utf16LE, .utf16BE: Self.textOfUTF16(bytes, isBigEndian: self == .utf16BE)
    }
  }

  /// The text of a whole file: in the encoding of its byte order mark, else in UTF-8, else in GB18030.
  /// nil where the bytes are no text in that.
  package static func text(ofFile bytes: [UInt8]) -> String? {
    if let marked = allCases.first(where: { bytes.starts(with: $0.byteOrderMark) }) {
      return marked.text(of: Array(bytes.dropFirst(marked.byteOrderMark.count)))
    }
    return TextEncoding.utf8.text(of: bytes) ?? TextEncoding.gb18030.text(of: bytes)
  }

  /// What of a whole file stands before the first bytes that are no text: in the encoding of its byte order
  /// mark, else in UTF-8 or GB18030, whichever goes wrong later.
  package static func soundText(ofFile bytes: [UInt8]) -> String {
    if let marked = allCases.first(where: { bytes.starts(with: $0.byteOrderMark) }) {
      let rest = Array(bytes.dropFirst(marked.byteOrderMark.count))
      return marked.isUTF16
        ? decodedUTF16(rest, isBigEndian: marked == .utf16BE).text
        : marked.text(of: Array(rest[..<marked.soundLength(of: rest)])) ?? ""
    }
    let lengths = (utf8: utf8.soundLength(of: bytes), gb18030: gb18030.soundLength(of: bytes))
    return lengths.utf8 >= lengths.gb18030
      ? utf8.text(of: Array(bytes[..<lengths.utf8])) ?? ""
      : gb18030.text(of: Array(bytes[..<lengths.gb18030])) ?? ""
  }

  /// How many bytes stand before the first malformed character.
  ///
  /// - Precondition: this is not UTF-16.
  private func soundLength(of bytes: [UInt8]) -> Int {
    let fault: Int64?
    if self == .utf8 {
      var validator = UTF8Validator()
      validator.feed(bytes.span.bytes)
      fault = validator.faultAtEnd
    } else {
      var validator = GB18030Validator()
      validator.feed(bytes.span.bytes)
      fault = validator.faultAtEnd
    }
    return fault.map { Int($0) } ?? bytes.count
  }

  private static func textOfGB18030(_ bytes: [UInt8]) -> String? {
    // The decoder may read eight bytes beyond the end.
    let padded = bytes + [UInt8](repeating: 0, count: 8)
    var isValid = false
    let text = [UInt8](unsafeUninitializedCapacity: GB18030.room(for: bytes.count)) {
      target, count in
      guard let start = target.baseAddress else { return }
      padded.withUnsafeBufferPointer { source in
        guard let source = source.baseAddress else { return }
        let (written, invalid) = GB18030.shared.decode(source, count: bytes.count, into: start)
        (count, isValid) = (written, invalid == nil)
      }
    }
    return isValid ? String(decoding: text, as: UTF8.self) : nil
  }

  private static func textOfUTF16(_ bytes: [UInt8], isBigEndian: Bool) -> String? {
    let (text, isWhole) = decodedUTF16(bytes, isBigEndian: isBigEndian)
    return isWhole ? text : nil
  }

  /// The text as far as the bytes are UTF-16, and whether all are.
  private static func decodedUTF16(
    _ bytes: [UInt8], isBigEndian: Bool
  ) -> (text: String, isWhole: Bool) {
    var decoder = UTF16Decoder(isBigEndian: isBigEndian)
    let text = [UInt8](unsafeUninitializedCapacity: bytes.count / 2 * 3 + 9) { target, count in
      bytes.withUnsafeBytes { source in
        count = decoder.decode(
          source, isLast: true, into: UnsafeMutableRawBufferPointer(target))
      }
    }
    return (String(decoding: text, as: UTF8.self), !decoder.isBroken)
  }
}
