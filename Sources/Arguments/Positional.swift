/// One argument of a command that is known by its place.
package struct Positional: Equatable, Sendable {
  package enum Count: Equatable, Sendable {
    case one
    case optional
    /// Any number, at least `minimum`, which is 0 or 1. Only the last argument may be such.
    case many(minimum: Int)
  }

  /// As the help shows it: `FILE`, `HOUSEHOLD`.
  package let name: String
  package let count: Count
  package let help: Bilingual
  /// The only values that are taken; empty where any is.
  package let allowed: [String]
  /// Chinese spellings of what is allowed, listed to who reads Chinese.
  package let alsoAllowed: [String]
  package let shape: ValueShape
  /// Whether a person on a terminal is asked for it where the command line lacks it.
  package let mayBeAsked: Bool

  package init(
    _ name: String, _ count: Count = .one, allowed: [String] = [],
    alsoAllowed: [String] = [], shape: ValueShape = .text, mayBeAsked: Bool = false,
    help: Bilingual
  ) {
    self.name = name
    self.count = count
    self.help = help
    self.allowed = allowed
    self.alsoAllowed = alsoAllowed
    self.shape = shape
    self.mayBeAsked = mayBeAsked
  }

  package var isRequired: Bool {
    switch count {
    case .one: true
    case .optional: false
    case .many(let minimum): minimum > 0
    }
  }

  package var isMany: Bool {
    if case .many = count { true } else { false }
  }
}
