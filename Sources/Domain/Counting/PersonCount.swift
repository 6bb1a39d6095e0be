/// Counts each person once in a year.
///
/// A person with a resident ID counts in the household with the earliest F of those he was a member of
/// on F; on the same day, in the one with the lower household number. Only households that share an ID
/// with another need to be asked: everybody else counts where he is.
package struct PersonCount {
  /// A fulfilled household that shares resident IDs with others.
  package struct Claim: Sendable {
    package let household: Int64
    package let householdNumber: String
    package let fulfilledOn: DayNumber
    /// The shared IDs borne by its members on F.
    package let residentKeys: [Int64]

    package init(
      household: Int64, householdNumber: String, fulfilledOn: DayNumber, residentKeys: [Int64]
    ) {
      self.household = household
      self.householdNumber = householdNumber
      self.fulfilledOn = fulfilledOn
      self.residentKeys = residentKeys
    }
  }

  /// How many of each household's members on F are counted elsewhere under an earlier F.
  ///
  /// Households that lose nobody are left out.
  package static func countedElsewhere(_ claims: [Claim]) -> [Int64: Int] {
    var seen: Set<Int64> = []
    var lost: [Int64: Int] = [:]
    let ordered = claims.sorted {
      ($0.fulfilledOn, Bytes($0.householdNumber)) < ($1.fulfilledOn, Bytes($1.householdNumber))
    }
    for claim in ordered {
      for key in claim.residentKeys where !seen.insert(key).inserted {
        lost[claim.household, default: 0] += 1
      }
    }
    return lost
  }

  /// Numbers compare byte by byte, as the database orders them; `String` would compare by Unicode
  /// canonical equivalence.
  private struct Bytes: Comparable {
    private let text: String

    init(_ text: String) { self.text = text }

    static func < (left: Bytes, right: Bytes) -> Bool {
      left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }

    static func == (left: Bytes, right: Bytes) -> Bool {
      left.text.utf8.elementsEqual(right.text.utf8)
    }
  }
}
