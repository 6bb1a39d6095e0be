import SQLite

/// A search that reads all members. Where they are many, a second connection begins at once with the larger part
/// of them, while the first still looks for something else; each keeps the first of its own, and the first of
/// both are the answer.
final class MemberSearch {
  private let register: Register
  private let question: MemberQuestion
  private let limit: Int
  /// The last member of the second connection's part; nil where there is none.
  private let last: Int64?
  private let beside: Beside<[RankedMember]>?

  /// - Parameters:
  ///   - condition: asked before whether a member stands, which is at the end of its row.
  ///   - order: SQL; recent households come before, and after it the households by their numbers.
  ///   - bindings: `:recent` and `:limit` too.
  init(
    of register: Register, where condition: String, order: [String], _ bindings: Bindings,
    limit: Int
  ) throws(SQLiteFailure) {
    self.register = register
    self.limit = limit
    let question = MemberQuestion(
      condition: condition,
      order: [Register.recentFirst] + order + ["household_no", "member_no", "joined_on"],
      bindings: bindings)
    self.question = question
    let last = try register.isLarge() ? register.lastMember() * 9 / 16 : nil
    self.last = last
    guard let last else {
      beside = nil
      return
    }
    beside = Beside(register, seeing: try EntryMark(of: register)) { second throws(RegisterFault) in
      try second.asking { () throws(SQLiteFailure) in
        try second.connection.setCache(kibibytes: 1024)
        return try second.members(question, "member.id <= \(last)")
      }
    }
  }

  /// Those found, at most as many as the limit.
  func take() throws(SQLiteFailure) -> [FoundThing] {
    guard let last, let beside else { return try register.members(question, "true").map(\.thing) }
    let later = try register.members(question, "member.id > \(last)")
    let earlier: [RankedMember]
    if let found = try beside.takeAnswer() {
      earlier = found
    } else {
      earlier = try register.members(question, "member.id <= \(last)")
    }
    return merged(earlier, later).prefix(limit).map(\.thing)
  }

  /// Stops what still runs.
  func end() { beside?.end() }

  private func merged(_ earlier: [RankedMember], _ later: [RankedMember]) -> [RankedMember] {
    var merged: [RankedMember] = []
    var rest = later[...]
    for member in earlier {
      while let next = rest.first, next.precedes(member) {
        merged.append(next)
        rest = rest.dropFirst()
      }
      merged.append(member)
    }
    return merged + rest
  }
}

/// A member found, with the values that its order is made of.
private struct RankedMember: Sendable {
  let thing: FoundThing
  let rank: [Value]

  /// In the order of SQLite, which compares texts by their bytes.
  func precedes(_ other: RankedMember) -> Bool {
    for (own, their) in zip(rank, other.rank) {
      switch (own, their) {
      case (.integer(let own), .integer(let their)) where own != their: return own < their
      case (.text(let own), .text(let their)) where !own.utf8.elementsEqual(their.utf8):
        return own.utf8.lexicographicallyPrecedes(their.utf8)
      default: continue
      }
    }
    return false
  }
}

private struct MemberQuestion: Sendable {
  let condition: String
  let order: [String]
  let bindings: Bindings
}

extension Register {
  /// The first of those members that a question asks for, of a part of them that SQL names: read from end to
  /// end, since in the order in which they lie they cost less than by an index.
  fileprivate func members(
    _ question: MemberQuestion, _ part: String
  ) throws(SQLiteFailure) -> [RankedMember] {
    var found: [RankedMember] = []
    try connection.rows(
      """
      SELECT \(Register.memberColumns), \(question.order.joined(separator: ", "))
      FROM member NOT INDEXED CROSS JOIN household ON household.id = member.household_id
      WHERE \(part) AND \(question.condition) AND member.withdrawn IS NULL
      ORDER BY \(question.order.joined(separator: ", ")) LIMIT :limit
      """, question.bindings
    ) { row in
      found.append(
        RankedMember(
          thing: FoundThing(.member, of: row),
          rank: (0..<question.order.count).map { row.value(9 + Int32($0)) }))
    }
    return found
  }

  /// The number of the member that was registered last; 0 without any.
  fileprivate func lastMember() throws(SQLiteFailure) -> Int64 {
    try connection.first("SELECT max(id) FROM member") { $0.optionalInt64(0) ?? 0 } ?? 0
  }
}
