/// The encodings that counties' files come in.
///
/// GB18030 is read as GB18030-2005 and covers GBK and GB 2312, its subsets.
package enum TextEncoding: Sendable, Hashable, CaseIterable {
  case utf8
  case gb18030
  case utf16LE
  case utf16BE

  /// The encoding a user means by a spelling such as `utf-8`, `GBK` or `UTF-16`; nil for any other.
  ///
  /// `utf-16` without an order is little-endian, as Excel writes it; a byte order mark in the
  /// file decides over either order (see ``EncodingDetector``).
  package init?(spelling: String) {
    let folded = spelling.utf8.lazy
      .filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: " ") }
      .map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    switch String(decoding: Array(folded), as: UTF8.self) {
    case "utf8", "utf8bom", "utf8sig", "utf8withbom": self = .utf8
    case "gb18030", "gb180302005", "gb180302000", "gbk", "gb2312", "cp936", "936", "euccn",
      "windows936":
      self = .gb18030
    case "utf16", "utf16le", "unicode", "ucs2", "ucs2le": self = .utf16LE
    case "utf16be", "ucs2be": self = .utf16BE
    default: return nil
    }
  }

  /// The name shown to people: `UTF-8`, `UTF-8 with BOM`, `GB18030`, `UTF-16LE`, `UTF-16BE`.
  ///
  /// The mark is reported for UTF-8 only; UTF-16 is taken to have one.
  package func displayName(withByteOrderMark marked: Bool) -> String {
    switch self {
    case .utf8: marked ? "UTF-8 with BOM" : "UTF-8"
    case .gb18030: "GB18030"
    case .utf16LE: "UTF-16LE"
    case .utf16BE: "UTF-16BE"
    }
  }

  /// U+FEFF as this encoding writes it at the head of a file.
  package var byteOrderMark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .gb18030: [0x84, 0x31, 0x95, 0x33]
    case .utf16LE: [0xFF, 0xFE]
    case .utf16BE: [0xFE, 0xFF]
    }
  }

  var isUTF16: Bool { self == .utf16LE || self == .utf16BE }
}
