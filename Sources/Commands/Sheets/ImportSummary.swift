import Intake
import Reports
import Sheets

/// What came of several files, a line each: the end of an import of a folder, where each file's own receipt has
/// gone by.
struct ImportSummary {
  private let receipts: [Receipt]
  /// The files that were not read since one before them was refused.
  private let left: [String]
  private let isCheck: Bool
  private let console: Console

  init(_ receipts: [Receipt], left: [String], isCheck: Bool, _ console: Console) {
    self.receipts = receipts
    self.left = left
    self.isCheck = isCheck
    self.console = console
  }

  /// - Parameter width: of the terminal; nil for a file or a pipe.
  func lines(within width: Int?) -> [String] {
    let right = DisplayWidth.Alignment.right
    var table = TextTable([
      TextTable.Column(console.say("file", "文件"), narrowest: 12),
      TextTable.Column(console.say("sheet", "表格"), narrowest: 8),
      TextTable.Column(console.say("rows", "行数"), right),
      TextTable.Column(console.say("created", "新增"), right),
      TextTable.Column(console.say("changed", "更正"), right),
      TextTable.Column(console.say("unchanged", "未变"), right),
      TextTable.Column(console.say("rejected", "拒收"), right),
      TextTable.Column(console.say("entry", "录入单"), right),
    ])
    for receipt in receipts {
      table.row(
        [receipt.file, receipt.sheet.map(sheetName) ?? ""] + counts([receipt]) + [end(receipt)])
    }
    for name in left {
      table.row([name] + Array(repeating: "", count: 6) + [console.say("not read", "未读")])
    }
    let total = receipts.count + left.count
    table.setTotal(
      [console.say("\(total) files", "共 \(total) 个文件"), ""] + counts(receipts) + [""])
    return table.lines(within: width)
  }

  /// Of a file that was refused nothing is created or changed, whatever its sound rows would have.
  private func counts(_ receipts: [Receipt]) -> [String] {
    let written = receipts.filter { isCheck || $0.entry != nil || !$0.hasFaults }
    func sum(_ receipts: [Receipt], _ count: KeyPath<Receipt, Int>) -> String {
      String(receipts.reduce(0) { $0 + $1[keyPath: count] })
    }
    return [
      sum(receipts, \.rows), sum(written, \.created), sum(written, \.changed),
      sum(receipts, \.unchanged), sum(receipts, \.rejected),
    ]
  }

  private func end(_ receipt: Receipt) -> String {
    if let entry = receipt.entry { return String(entry) }
    if receipt.hasFaults { return console.say("refused", "拒收") }
    return isCheck ? console.say("checked", "已检查") : console.say("nothing new", "无新内容")
  }

  private func sheetName(_ key: String) -> String {
    console.language == .chinese ? Sheet.named(key)?.chinese ?? key : key
  }
}
