// Text in other encodings, by the system's iconv; see `System.swift`.

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension System {
  /// The text of bytes in an encoding that iconv knows by name, such as `GB18030`; nil where they are none.
  static func text(of bytes: [UInt8], in encoding: String) -> String? {
    let converter = iconv_open("UTF-8", encoding)
    guard converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var source = bytes.map { CChar(bitPattern: $0) }
    // No character of these encodings takes more than twice its bytes in UTF-8.
    var target = [CChar](repeating: 0, count: 2 * bytes.count + 4)
    let room = target.count
    let left: Int? = source.withUnsafeMutableBufferPointer { source in
      target.withUnsafeMutableBufferPointer { target in
        var (from, count) = (source.baseAddress, source.count)
        var (into, rest) = (target.baseAddress, target.count)
        return iconv(converter, &from, &count, &into, &rest) == -1 || count > 0
          ? nil : rest
      }
    }
    guard let left else { return nil }
    return String(
      validating: target[..<(room - left)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
