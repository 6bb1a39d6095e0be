import Arguments
import CSV

// CSV is written as UTF-8 unless `--encoding` says otherwise: a Chinese Excel takes UTF-8 without a mark for
// GBK, and opens utf-8-bom and gb18030 as they are.

extension Option {
  /// Of whatever writes CSV.
  package static let encoding = Option(
    "encoding", value: "ENCODING",
    help: Bilingual(
      "The encoding of CSV: utf-8, utf-8-bom, gb18030 or utf-16 (with tabs).",
      zh: "CSV 的编码：utf-8、utf-8-bom、gb18030 或 utf-16（以制表符分隔）。"))
}

extension ParsedArguments {
  /// The form that `--encoding` asks for; nil where it was not given. UTF-16 is what spreadsheets call
  /// Unicode text: with a mark and with tabs.
  package func writtenForm() throws(UsageFailure) -> TextForm? {
    guard takes("encoding"), let name = value("encoding") else { return nil }
    guard let encoding = TextEncoding(spelling: name) else {
      throw failure(
        .unknownValue(
          name, of: "--encoding", nearest: [],
          allowed: ["utf-8", "utf-8-bom", "gb18030", "gbk", "utf-16"]))
    }
    switch encoding {
    case .utf8:
      let spelling = name.lowercased()
      return TextForm(hasByteOrderMark: spelling.contains("bom") || spelling.contains("sig"))
    case .gb18030: return TextForm(encoding: .gb18030)
    case .utf16LE, .utf16BE:
      return TextForm(encoding: encoding, hasByteOrderMark: true, delimiter: UInt8(ascii: "\t"))
    }
  }
}
