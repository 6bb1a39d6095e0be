import Domain

// Slips: words that have the form of a day, a share, a kind or an amount and are none. Each would become the note,
// and the line another day's, or a visit, or one that counts nothing.

extension LogLineReader {
  func refuseSlips(of words: [LogWord], in reading: Reading) throws(Problem) {
    // A visit counts nothing: a number by itself is rather a day (`6.30`, `2011`, `June 30`).
    if let place = reading.bareNumber, (reading.kind ?? .visit) == .visit {
      throw slip(
        words[place].text, "amount of a visit; give it a unit, or write a day like 2011-06-30",
        "走访的数量；请写计量单位，日期应写作 2011-06-30 这样")
    }
    for place in reading.noted where !words[place].isQuoted {
      let word = words[place].text
      try refuseSlip(word, reading)
      // A number of nobody is told as that.
      guard !Self.isLikeNumber(word) else { continue }
      if reading.bareNumber == place - 1 { throw noUnit(word, behind: nil) }
      try refuseAmount(word, reading)
    }
  }

  private func refuseSlip(_ word: String, _ reading: Reading) throws(Problem) {
    try refuseSecond(word, reading)
    if reading.day == nil, Self.isLikeDay(word) {
      throw slip(word, "day; write it like 2011-06-30", "日期，应写作 2011-06-30 这样")
    }
    if reading.percent == nil, LogAmount(word)?.isPercent == true {
      throw slip(word, "percent from 0 to 100", "0 至 100 的百分数")
    }
    if reading.kind == nil, let kind = Self.kind(near: word) {
      let chinese = ProgressKind.read(kind)?.chinese ?? kind
      throw slip(word, "kind (did you mean “\(kind)”?)", "类别（是不是“\(chinese)”？）")
    }
    if word.hasPrefix("-") || word.hasPrefix("－"), LogAmount(String(word.dropFirst())) != nil {
      throw slip(word, "amount", "数量")
    }
    if reading.kind == nil, let kind = Self.kind(beginning: word) {
      let rest = word.dropFirst(kind.count)
      throw slip(
        word, "kind (did you mean “\(kind) \(rest)”?)", "类别（是不是“\(kind) \(rest)”？）")
    }
  }

  /// A second day or share: the line is of two acts, or one of them is in the note.
  private func refuseSecond(_ word: String, _ reading: Reading) throws(Problem) {
    let console = handIn.console
    let what: (english: String, chinese: String)
    if reading.percent != nil, LogAmount(word)?.percent != nil {
      what = ("percent", "百分比")
    } else if reading.day != nil, try console.day(written: word) != nil {
      what = ("day", "日期")
    } else {
      return
    }
    throw second(word, what)
  }

  /// `发放5只`: a kind and what belongs to it in one word. A visit is what the line says anyway.
  private static func kind(beginning word: String) -> String? {
    ProgressKind.allCases.filter { $0 != .visit && $0 != .other && $0 != .finding }
      .map(\.chinese).first { word.hasPrefix($0) && word.count > $0.count }
  }

  private func slip(_ word: String, _ english: String, _ chinese: String) -> Problem {
    let console = handIn.console
    return Problem(
      "malformed_value",
      console.say(
        "“\(word)” is no \(english); correct it, or put it in quotes where it is part of the note",
        "“\(word)”不是\(chinese)；请更正，如属备注请加引号"))
  }

  /// `5只鸡苗`, and `5只` where the line has said another quantity.
  private func refuseAmount(_ word: String, _ reading: Reading) throws(Problem) {
    guard let amount = LogAmount(word), amount.tail.first?.isLetter == true,
      amount.quantity != nil, !amount.tail.contains(where: \.isNumber)
    else { return }
    if Console.unit(said: amount.tail) == nil {
      if reading.quantity == nil { throw noUnit(amount.tail, behind: amount.digits) }
      return
    }
    let console = handIn.console
    throw Problem(
      "malformed_value",
      console.say(
        "“\(word)” is a second quantity; give each a line, or put it in quotes where it is part of the note",
        "“\(word)”是第二个数量；请分行写，如属备注请加引号"))
  }

  /// What stands where a unit should and is none, as `--unit` would refuse it.
  ///
  /// - Parameter digits: the number in the same word; nil where a blank parts them.
  private func noUnit(_ word: String, behind digits: String?) -> Problem {
    let console = handIn.console
    var meant = Console.units(near: word).first
    // `只` of `只鸡苗`: with a blank behind it the rest is the note.
    if let digits {
      let length = (1..<max(word.count, 2)).last { length in
        MeasureUnit.stored(String(word.prefix(length))) != nil
      }
      if let length { meant = "\(digits)\(word.prefix(length)) \(word.dropFirst(length))" }
    }
    let near = meant.map { console.say(" (did you mean “\($0)”?)", "（是不是“\($0)”？）") } ?? ""
    return Problem(
      "malformed_value",
      console.say(
        "“\(word)” is no unit\(near); write other:WORD for one of your own, or put number and words in quotes where they are part of the note",
        "“\(word)”不是计量单位\(near)；自定单位写“其他:单位”，数字和文字如属备注请一并加引号"))
  }

  /// The kind that a word not read as one was probably meant for: of four letters or more one slip away, or of
  /// two Chinese characters of which one is right.
  private static func kind(near word: String) -> String? {
    if word.count == 2 {
      return ProgressKind.allCases.map(\.chinese).first {
        $0.count == 2 && CodeSuggestion.distance(word, $0) == 1
      }
    }
    let near = CodeSuggestion.nearest(to: word, among: ProgressKind.names, limit: 1).first
    guard let near, word.count > 3, CodeSuggestion.distance(word.lowercased(), near) == 1 else {
      return nil
    }
    return near
  }

  /// `2011-13-01`, `20110631`, `30/6/11`, `6/30`, `6月31日`, `yesterdy`, `周一`: what has the form of a day.
  private static func isLikeDay(_ word: String) -> Bool {
    if LogAmount(word)?.isLikeDay == true { return true }
    let characters = Array(word)
    if characters.count > 5, characters[..<4].allSatisfy(LogWord.isDigit),
      "-/.年".contains(characters[4]), characters[5].isNumber
    {
      return true
    }
    let numbers = word.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
    let areNumbers = numbers.allSatisfy {
      (1...4).contains($0.count) && $0.allSatisfy(LogWord.isDigit)
    }
    if areNumbers, numbers.count == 3 || numbers.count == 2 && !word.contains(".") { return true }
    // `30-Jun-2011`.
    let areMonths = numbers.map { part in
      part.count >= 3 && months.contains(String(part.prefix(3)).lowercased())
    }
    if numbers.count > 1, areMonths.contains(true),
      zip(numbers, areMonths).allSatisfy({ $1 || $0.allSatisfy(LogWord.isDigit) })
    {
      return true
    }
    // `二〇一一年六月三十日`.
    if word.contains("月"), word.allSatisfy({ "〇零一二三四五六七八九十年月日号".contains($0) }) { return true }
    let parts = word.split(separator: "月", maxSplits: 1)
    if parts.count == 2, parts[0].allSatisfy(\.isNumber), parts[1].first?.isNumber == true {
      return true
    }
    return isLikeDayWord(word)
  }

  private static let months: Set<String> = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Words for days that are not read as one.
  private static let dayWords: Set<String> = [
    "明天", "明日", "后天", "前日", "大前天", "大前日", "今早", "今晚", "昨早", "昨晚", "昨夜", "上周", "上月", "本周",
    "本月", "下周", "tomorrow", "tonight",
  ]

  private static func isLikeDayWord(_ word: String) -> Bool {
    if dayWords.contains(word.lowercased()) { return true }
    let stem = word.drop { "上本这下".contains($0) }
    let isWeekday = ["周", "星期", "礼拜"].contains { name in
      stem.hasPrefix(name) && stem.count == name.count + 1
        && stem.last.map { "一二三四五六日天末".contains($0) } == true
    }
    if isWeekday { return true }
    return word.count > 3
      && ["today", "yesterday"].contains {
        CodeSuggestion.distance(word.lowercased(), $0) == 1
      }
  }
}
