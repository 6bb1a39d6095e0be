/// What a search has found so far, each thing once, in the order of finding.
struct FoundThings {
  /// The officer's recent households, the latest first.
  var recent: [Int64] = []
  private let limit: Int
  private var things: [FoundThing] = []
  private var seen: Set<String> = []
  private var counts: [FoundThing.Sort: Int] = [:]

  init(limit: Int) { self.limit = limit }

  var isEmpty: Bool { things.isEmpty }

  /// How many things a question need give, one more than fit: it says that there are more.
  var room: Int { limit + 1 }

  /// The recent households as a query searches them: `,12,7,`, and a place in it is a rank.
  var ranks: String { "," + recent.map { "\($0)," }.joined() }

  /// More people than fit are kept, since the recent ones among them come first.
  mutating func add(_ found: [FoundThing]) {
    for thing in found {
      let most = thing.kind.sort == .people ? 2 * limit : limit
      guard counts[thing.kind.sort, default: 0] <= most, seen.insert(thing.identity).inserted else {
        continue
      }
      counts[thing.kind.sort, default: 0] += 1
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
    return Findings(things: shared(arranged), isCut: arranged.count > limit)
  }

  /// As many as fit, in their order, each sort by its share: a hundred people of a name must not hide that an
  /// official has it. What a sort does not need goes to the others; an odd one to the sort found first.
  private func shared(_ arranged: [FoundThing]) -> [FoundThing] {
    var order: [FoundThing.Sort] = []
    for thing in arranged where !order.contains(thing.kind.sort) { order.append(thing.kind.sort) }
    let sorts = order.reversed().enumerated().map { place, sort in
      (sort: sort, count: counts[sort, default: 0], place: place)
    }.sorted { ($0.count, $0.place) < ($1.count, $1.place) }
    var left = limit
    var room: [FoundThing.Sort: Int] = [:]
    for (place, sort) in sorts.enumerated() {
      let share = min(sort.count, left / (sorts.count - place))
      room[sort.sort] = share
      left -= share
    }
    return arranged.filter { thing in
      guard let share = room[thing.kind.sort], share > 0 else { return false }
      room[thing.kind.sort] = share - 1
      return true
    }
  }
}

extension FoundThing {
  /// The sorts of things between which an answer is shared.
  enum Sort {
    case people, places, staff, projects
  }
}

extension FoundThing.Kind {
  var sort: FoundThing.Sort {
    switch self {
    case .member, .household: .people
    case .village, .township, .county, .prefecture, .province: .places
    case .staff: .staff
    case .project: .projects
    }
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
