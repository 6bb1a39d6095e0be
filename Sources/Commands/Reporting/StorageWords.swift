// SQLite tells damage of a file in English sentences for its programmers (`PRAGMA integrity_check`). What they say
// that helps somebody to decide is which table or index it is, so that is what is told.

/// What `check` says of damage to the file itself.
struct StorageWords {
  private let details: String
  private let language: Language

  /// - Parameter details: SQLite's own line.
  init(_ details: String, in language: Language) {
    self.details = details
    self.language = language
  }

  var text: String {
    if let table = rest(behind: "CHECK constraint failed in ") {
      return say(
        "a row of \(table) breaks a condition of its columns", "\(table) 中有一行不符合列的约束条件")
    }
    if let column = rest(behind: "NULL value in ") {
      return say("a row lacks its \(column)", "有一行缺少 \(column)")
    }
    if let index = rest(behind: "wrong # of entries in index ") {
      return say(
        "index \(index) has not as many entries as its table has rows", "索引 \(index) 的条数与表的行数不符")
    }
    if let index = rest(behind: "non-unique entry in index ") {
      return say(
        "index \(index) holds the same twice", "索引 \(index) 中有重复的内容")
    }
    let words = details.split(separator: " ")
    if words.count == 6, words[0] == "row", words[2...4] == ["missing", "from", "index"] {
      return say(
        "row \(words[1]) is missing from index \(words[5])", "索引 \(words[5]) 缺少第 \(words[1]) 行")
    }
    if let part = unreadPart {
      return say(
        "“\(part)” could not be looked at: what it reads is damaged", "“\(part)”未能检查：所读内容已损坏")
    }
    if let page {
      return say("page \(page) of the file is damaged", "文件第 \(page) 页已损坏")
    }
    return say("pages of the file are damaged", "文件有页面已损坏")
  }

  private func say(_ english: String, _ chinese: String) -> String {
    language == .chinese ? chinese : english
  }

  private func rest(behind beginning: String) -> Substring? {
    details.hasPrefix(beginning) ? details.dropFirst(beginning.count) : nil
  }

  /// The part of `check` that reading kept from its end: `chain: database disk image is malformed`.
  private var unreadPart: Substring? {
    guard let colon = details.firstIndex(of: ":") else { return nil }
    let part = details[..<colon]
    return !part.isEmpty && part.allSatisfy({ ("a"..."z").contains($0) }) ? part : nil
  }

  /// `Tree 5 page 3: …`, `Page 7: never used`.
  private var page: Int? {
    let words = details.split { !$0.isLetter && !$0.isNumber }
    guard let place = words.firstIndex(where: { $0 == "page" || $0 == "Page" }),
      place + 1 < words.count
    else { return nil }
    return Int(words[place + 1])
  }
}
