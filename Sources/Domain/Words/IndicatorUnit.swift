/// What an indicator of the year's chapter is measured in.
package enum IndicatorUnit {
  /// Whether the planned and the actual figure are words: the unit is `date`, `document number` or `text`, in
  /// English or Chinese. With any other unit they are numbers.
  package static func takesText(_ unit: String) -> Bool {
    let bytes = Array(unit.utf8)
    return words.code(bytes.span) != nil
  }

  /// A figure that is a number, in ASCII: digits with a sign, separators of thousands and decimals, and no unit.
  /// What a spreadsheet puts around it (`'`, `="…"`, characters that nobody sees) is off. Nil for other words.
  package static func number(_ figure: Span<UInt8>) -> String? {
    let tidy = TidyCell(figure)
    let folded = CellText.foldedString(tidy.bytes.span)
    let bytes = Array(folded.utf8)
    do throws(CellFault) {
      var number = try DecimalCell(bytes.span, form: .quantityForm)
      return number.isDone(bytes.span) ? folded : nil
    } catch {
      return nil
    }
  }

  private static let words = WordTable(
    [
      "date", "day", "日期", "时间", "document number", "document_no", "document no.", "文号", "文件号",
      "text", "文本", "文字",
    ].map { ($0, 1) })
}

extension IndicatorUnit {
  /// A unit as people read it, part by part where it is a quotient (`yuan/person`, `元/人`). A word that
  /// nobody knows stays as it was written, without the `other:` before it.
  package static func wording(of unit: String) -> (english: String, chinese: String) {
    let bare = prefixes.first { unit.hasPrefix($0) }.map { String(unit.dropFirst($0.count)) }
    let parts = (bare ?? unit).split(separator: "/", omittingEmptySubsequences: false).map {
      word(String($0))
    }
    return (
      parts.map { $0.english }.joined(separator: "/"),
      parts.map { $0.chinese }.joined(separator: "/")
    )
  }

  private static func word(_ text: String) -> (english: String, chinese: String) {
    if let known = further.first(where: { $0.english == text || $0.chinese == text }) {
      return known
    }
    guard let name = MeasureUnit.stored(text) else { return (text, text) }
    // English is left as it was written; a key has spaces for its underscores.
    let isChinese = text.unicodeScalars.contains { $0.value >= 0x2E80 }
    let english = String((isChinese ? name : text).map { $0 == "_" ? " " : $0 })
    return (english, MeasureUnit.chinese(of: name))
  }

  private static let prefixes = ["other:", "其他：", "其他:"]

  /// What a year's chapter counts and no quantity of a project does.
  private static let further: [(english: String, chinese: String)] = [
    ("percent", "%"), ("county", "县"), ("township", "乡镇"), ("area", "片区"), ("batch", "批"),
    ("category", "类"), ("document", "份"), ("item", "项"), ("year", "年"), ("project", "个项目"),
    ("enterprise", "家"), ("group", "组"), ("inspection", "次检查"), ("school", "所"),
    ("road", "条"), ("issue", "期"), ("article", "篇"), ("proposal", "件提案"),
    ("medium", "家媒体"), ("regulation", "部法规"), ("class", "班"), ("rule", "项制度"),
    ("square metre", "平方米"),
  ]
}
