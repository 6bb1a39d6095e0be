import Domain

/// The places as known at one entry.
package struct RegionTree: Sendable {
  private let byCode: [Int64: Region]

  init(regions: [Int64: Region]) { byCode = regions }

  package subscript(code: RegionCode) -> Region? { byCode[code.value] }

  /// In the order of their codes.
  var regions: [Region] { byCode.values.sorted { $0.code < $1.code } }

  /// Every code, rising.
  package var codes: [RegionCode] { byCode.values.map(\.code).sorted() }

  /// The place of a level that a place lies in, itself included, by what is known of parents; by the
  /// digits of the code where nothing is. Nil where the place is above the level.
  package func place(_ code: RegionCode, at level: RegionLevel) -> RegionCode? {
    var here = code
    // Five levels: a chain that runs longer goes in circles.
    for _ in 0..<6 {
      let ownLevel = self[here]?.level ?? here.level
      if ownLevel == level { return here }
      guard ownLevel > level, let parent = self[here]?.parent ?? here.parent else { return nil }
      here = parent
    }
    return nil
  }

  /// The county that a place lies in, itself included; nil where none is known.
  func county(of code: RegionCode) -> Region? { place(code, at: .county).flatMap { self[$0] } }

  /// A place and all that it lies in, from itself upwards.
  func withEnclosing(_ code: RegionCode) -> [RegionCode] {
    var chain: [RegionCode] = []
    var next: RegionCode? = code
    while let here = next, !chain.contains(here) {
      chain.append(here)
      next = self[here]?.parent ?? here.parent
    }
    return chain
  }

  /// Whether a place is another or lies in it.
  package func contains(_ outer: RegionCode, _ inner: RegionCode) -> Bool {
    place(inner, at: self[outer]?.level ?? outer.level) == outer
  }
}
