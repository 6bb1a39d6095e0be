import Markup

// What stands behind the differences of a closed month: a quota or entries figure by figure, then each household
// once, with its shares of all figures beneath. The shares of a figure add up to its difference.

/// A household behind differences.
struct HouseholdCause: Sendable, Equatable {
  let householdNo: String
  /// What it adds or takes away, a line for rows that it moves alike: `433123, total: plan -1 (entry 7 Wang)`.
  let shares: [String]
}

extension ClosedMonth {
  func causeLines(in language: ReportLanguage, within columns: Int?) -> [String] {
    // A screen takes so many; a file or a pipe takes all.
    let most = columns.map { _ in Self.mostHouseholds }
    let width = min(columns ?? 100, 100)
    func folded(_ text: String, indent: Int) -> [String] {
      WrappedText.lines(text, within: width - indent - 4).enumerated().map { position, line in
        String(repeating: " ", count: position == 0 ? indent : indent + 4) + line
      }
    }
    var lines = figureCauses(most: most, in: language).flatMap { folded($0, indent: 0) }
    let households = householdCauses(most: most, in: language)
    guard !households.isEmpty else { return lines }
    lines += folded(Self.householdHeading[language], indent: 0)
    for household in households {
      lines.append(household.householdNo.neutralised)
      lines += household.shares.flatMap { folded($0, indent: 4) }
    }
    let more =
      Set(differences.flatMap { $0.households.map(\.householdNo) }).count - households.count
    if more > 0 {
      let count = NumberText.grouped(Int64(more))
      let words = Phrase(
        "And \(count) more households. All of them: with --json, or with -o FILE.",
        "另有\(count)户。全部农户：用 --json，或用 -o 文件名 写入文件。")
      lines += folded(words[language], indent: 0)
    }
    return lines
  }

  static let householdHeading = Phrase(
    "The households behind the differences, with what each adds or takes away:", "各项差异所涉的户及其增减：")

  /// A line for each difference that a quota stands behind, or entries without a household.
  ///
  /// - Parameter most: how many entries are named, where a screen takes no more; nil: all.
  func figureCauses(most: Int? = nil, in language: ReportLanguage) -> [String] {
    differences.compactMap { difference in
      let causes: String
      if let quota = difference.quota {
        causes = Self.part(quota, in: language)
      } else if difference.households.isEmpty, !difference.entries.isEmpty {
        causes = Self.named(difference.entries, most: most, in: language)
      } else {
        return nil
      }
      let name = Self.name(of: difference, in: language)
      let words = Phrase(
        "Behind \(difference.code) \(name): \(causes).",
        "\(Self.rowName(difference.code, in: .zh)) \(name) 的原因：\(causes)。"
      )
      return words[language]
    }
  }

  /// The households by number, each with its shares in the order of the differences; behind all others those
  /// that add what they added, since their changes were changed back.
  ///
  /// - Parameter most: how many are told, where a screen takes no more; nil: all.
  func householdCauses(most: Int? = nil, in language: ReportLanguage) -> [HouseholdCause] {
    var shares: [String: [(place: Int, share: HouseholdShare)]] = [:]
    for (place, difference) in differences.enumerated() {
      for share in difference.households {
        shares[share.householdNo, default: []].append((place, share))
      }
    }
    let figures = differences.map { difference in
      (
        code: difference.code, name: Self.name(of: difference, in: language),
        column: difference.column
      )
    }
    let moved = shares.filter { $0.value.contains { $0.share.share != 0 } }.keys.sorted()
    let changedBack = Set(shares.keys).subtracting(moved).sorted()
    return (moved + changedBack).prefix(most ?? .max).map { number in
      var rows: [(code: String, parts: [SharesOfEntries])] = []
      for (place, share) in shares[number] ?? [] {
        let figure = figures[place]
        if rows.last?.code != figure.code { rows.append((figure.code, [])) }
        let text = "\(figure.name) \(Self.signed(share.share, figure.column))"
        SharesOfEntries.add(text, of: share.entries, to: &rows[rows.count - 1].parts)
      }
      return HouseholdCause(
        householdNo: number, shares: Self.together(rows, most: most, in: language))
    }
  }

  /// Shares of one household and row that the same entries moved.
  private struct SharesOfEntries {
    let entries: [EntryBehind]
    var shares: [String]

    static func add(
      _ share: String, of entries: [EntryBehind], to parts: inout [SharesOfEntries]
    ) {
      if let same = parts.firstIndex(where: { $0.entries == entries }) {
        parts[same].shares.append(share)
      } else {
        parts.append(SharesOfEntries(entries: entries, shares: [share]))
      }
    }
  }

  /// A line for each row; rows of which the same is told, such as a county and the total, in one.
  private static func together(
    _ rows: [(code: String, parts: [SharesOfEntries])], most: Int?, in language: ReportLanguage
  ) -> [String] {
    let comma = Phrase(", ", "，")[language]
    var lines: [(codes: [String], text: String)] = []
    for row in rows {
      let parts = row.parts.map { part in
        let shares = part.shares.joined(separator: comma)
        let entries = named(part.entries, most: most, in: language)
        return Phrase("\(shares) (\(entries))", "\(shares)（\(entries)）")[language]
      }
      let text = parts.joined(separator: Phrase("; ", "；")[language])
      if let same = lines.firstIndex(where: { $0.text == text }) {
        lines[same].codes.append(row.code)
      } else {
        lines.append(([row.code], text))
      }
    }
    return lines.map { line in
      line.codes.map { rowName($0, in: language) }.joined(separator: Phrase(", ", "、")[language])
        + Phrase(": ", "：")[language] + line.text
    }
  }

  /// A row's code; `total` is an English word and a key, for which Chinese says 合计.
  private static func rowName(_ code: String, in language: ReportLanguage) -> String {
    language == .zh && code == "total" ? MonthlyReport.totalName.zh : code
  }

  private static func name(
    of difference: MonthlyDifference, in language: ReportLanguage
  ) -> String {
    MonthlyColumn.names.word(for: difference.column?.csvName ?? difference.stem, in: language)
  }

  /// A share with its sign, in the unit of the figure; `±0` where it was changed and changed back.
  private static func signed(_ share: Int64, _ column: ReportColumn<MonthlyRow>?) -> String {
    let text = column?.text(of: share) ?? String(share)
    if share == 0 { return "±" + text }
    return share > 0 && !text.hasPrefix("+") ? "+" + text : text
  }

  /// `the pace's own change -500 (entry 12 Wang Fang)`.
  private static func part(_ quota: QuotaShare, in language: ReportLanguage) -> String {
    let words = Phrase("the pace's own change", "进度要求本身的变动")[language]
    let share = "\(words) \(NumberText.signed(quota.share))"
    guard !quota.entries.isEmpty else { return share }
    return "\(share) (\(named(quota.entries, most: nil, in: language)))"
  }

  private static let mostHouseholds = 60
  private static let mostEntries = 10

  /// `entry 12 Wang Fang, entry 15 Li Ming`.
  ///
  /// - Parameter most: nil: all are named, else as many as a screen takes.
  private static func named(
    _ entries: [EntryBehind], most: Int?, in language: ReportLanguage
  ) -> String {
    let parts = entries.prefix(most == nil ? .max : mostEntries).map { behind in
      Phrase("entry \(behind.entry) ", "第\(behind.entry)号录入单 ")[language]
        + behind.officer.neutralised
    }
    let shown = parts.joined(separator: Phrase(", ", "，")[language])
    let more = entries.count - parts.count
    return more > 0 ? shown + Phrase(" and \(more) more", " 等，另有\(more)张")[language] : shown
  }
}
