/// People without a resident ID by village, name and birth year: two with all of them equal may be one
/// person listed twice. Nobody is ever merged for it, so it is a warning.
package struct Namesakes {
  /// A person in a household, and where the file speaks of the person; `line` is nil of one who stands.
  package struct Person: Sendable {
    package let household: String
    /// The person's number in the household, which two stays of one person share.
    package let number: Int64
    package let line: Int?

    package init(household: String, number: Int64, line: Int?) {
      self.household = household
      self.number = number
      self.line = line
    }
  }

  private struct Key: Hashable {
    let village: Int64
    let birthYear: String
    let name: String
  }

  private var met: [Key: Person] = [:]

  package init() {}

  /// How many different ones were met.
  package var count: Int { met.count }

  /// The first person met with the village, name and birth year, another than this one; nil where there is
  /// none, or no birth year is known.
  ///
  /// - Parameters:
  ///   - name: as the register keeps it (`NameFolding`).
  ///   - birthDate: `1980-05-01`, or as far as it is known.
  package mutating func meet(
    _ person: Person, name: String, birthDate: String, in village: Int64
  ) -> Person? {
    let year = String(birthDate.prefix(4))
    guard year.utf8.count == 4 else { return nil }
    let key = Key(village: village, birthYear: year, name: name)
    guard let first = met[key] else {
      met[key] = person
      return nil
    }
    return first.household == person.household && first.number == person.number ? nil : first
  }
}
