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
