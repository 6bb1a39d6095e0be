/// What a search has found so far, each thing once, in the order of finding.
struct FoundThings {
  /// The officer's recent households, the latest first.
  var recent: [Int64] = []
  private let limit: Int
  private var things: [FoundThing] = []
  private var seen: Set<String> = []

  init(limit: Int) { self.limit = limit }

  var isEmpty: Bool { things.isEmpty }

  /// How many things a question need give, one more than fit: it says that there are more.
  var room: Int { limit + 1 }

  /// The recent households as a query searches them: `,12,7,`, and a place in it is a rank.
  var ranks: String { "," + recent.map { "\($0)," }.joined() }

  mutating func add(_ found: [FoundThing]) {
    for thing in found where things.count <= 2 * limit && seen.insert(thing.identity).inserted {
      things.append(thing)
    }
  }

  /// People and households of the officer's recent ones stand first among people and households; places,
  /// staff and projects stay where they are.
  var findings: Findings {
    let ranked = Dictionary(
      recent.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    func rank(_ thing: FoundThing) -> Int {
      thing.household.flatMap { ranked[$0] } ?? recent.count
    }
    let places = things.indices.filter { things[$0].household != nil }
    // The place keeps equals in their order; `sort` alone promises nothing of the kind.
    let ordered = places.sorted { (rank(things[$0]), $0) < (rank(things[$1]), $1) }
    var arranged = things
    for (place, source) in zip(places, ordered) { arranged[place] = things[source] }
    return Findings(things: Array(arranged.prefix(limit)), isCut: arranged.count > limit)
  }
}

extension FoundThing {
  /// What makes it one thing: a person may be found by name and by phone.
  fileprivate var identity: String {
    let parts = [
      kind.rawValue, householdNo, number, name, residentID.map { String($0.key) },
      place.map { $0.description }, endedOn.map { String($0) },
    ]
    return parts.map { $0 ?? "" }.joined(separator: "\n")
  }
}
