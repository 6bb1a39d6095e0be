// Clerks type an ID or a phone where it does not belong: into the name's column, as a header, behind a
// command. Wherever what they typed is shown again, the number is found by its own form:
//
// - a resident ID: 18 characters, 17 digits and a digit or X, or 15 digits, that begin with a province's
//   code and hold a day where the birth date stands, whether the check digit is right or not;
// - a mobile number: 11 digits, 13… to 19…, alone or behind 0, 86 or 0086.
//
// Where no number of a thing belongs, any 17 digits and more in one are hidden: an ID that lost a digit, an
// account. Digits may be full-width. A household's number (16 digits as a rule) and a village code (12) have none of
// these forms and are left. One number may be written with blanks inside, and a phone also with
// hyphens; other numbers with hyphens inside are documents' and projects'.

/// Resident IDs and mobile numbers inside any text.
package enum PersonalNumbers {
  /// What else a text may hold whose numbers must stay readable.
  package enum Surroundings: Sendable {
    /// Anything a clerk may have typed.
    case anything
    /// Numbers that name things. A household's number of 15 digits, a village's code and three, looks like
    /// an old ID too often to be hidden.
    case numbers
  }

  /// The text with what is personal hidden: `433123********0015`, `138****5678`.
  package static func masked(_ text: String, in surroundings: Surroundings = .anything) -> String {
    var digits = 0
    for scalar in text.unicodeScalars where ScalarCursor.isDigit(ScalarCursor.folded(scalar.value))
    {
      digits += 1
    }
    guard digits >= 11 else { return text }
    var scalars = Array(text.unicodeScalars)
    var search = PersonalNumberSearch(scalars, surroundings)
    let hidden = search.hiddenPlaces()
    guard !hidden.isEmpty else { return text }
    for place in hidden { scalars[place] = "*" }
    var masked = ""
    masked.unicodeScalars.append(contentsOf: scalars)
    return masked
  }
}

private struct PersonalNumberSearch {
  /// Digits without anything between them, and an X at their end.
  struct Run {
    var places: Range<Int>
    var endsInX = false
    /// What stands between the run before and this one.
    var gap = Gap.other
  }

  enum Gap { case blank, hyphen, other }

  let folded: [UInt32]
  let surroundings: PersonalNumbers.Surroundings
  private var runs: [Run] = []

  /// More pieces than this are a list of numbers, not one number.
  private static let mostRuns = 6

  init(_ scalars: [Unicode.Scalar], _ surroundings: PersonalNumbers.Surroundings) {
    folded = scalars.map { ScalarCursor.folded($0.value) }
    self.surroundings = surroundings
  }

  /// The places of the scalars to hide. Of numbers that begin in one place the longest is taken.
  mutating func hiddenPlaces() -> [Int] {
    findRuns()
    var hidden: [Int] = []
    var first = 0
    while first < runs.count {
      var end = first + 1
      while end < runs.count, end - first < Self.mostRuns, runs[end].gap != .other { end += 1 }
      while end > first {
        let places = runs[first..<end].flatMap { Array($0.places) }
        if let hides = hides(first..<end, places) {
          hidden += places[hides]
          break
        }
        end -= 1
      }
      first = max(end, first + 1)
    }
    return hidden
  }

  private mutating func findRuns() {
    var place = 0
    while place < folded.count {
      guard ScalarCursor.isDigit(folded[place]) else {
        place += 1
        continue
      }
      let first = place
      while place < folded.count, ScalarCursor.isDigit(folded[place]) { place += 1 }
      var run = Run(places: first..<place)
      // Behind a whole number an x is a letter like any other.
      let mayEndInX = place - first == 17 || place - first < 11
      if mayEndInX, place < folded.count, ResidentID.isCheckLetter(folded[place]) {
        place += 1
        run = Run(places: first..<place, endsInX: true)
      }
      if let last = runs.last { run.gap = gap(last.places.upperBound..<first) }
      runs.append(run)
    }
  }

  private func gap(_ places: Range<Int>) -> Gap {
    guard places.count <= 3 else { return .other }
    if folded[places].allSatisfy(ScalarCursor.isBlank) { return .blank }
    return places.count == 1 && [0x2D, 0x2010, 0x2011, 0x2013].contains(folded[places.lowerBound])
      ? .hyphen : .other
  }

  /// Which characters of the number that these runs make are hidden; nil where it is none.
  private func hides(_ range: Range<Int>, _ places: [Int]) -> Range<Int>? {
    let pieces = runs[range]
    if pieces.dropLast().contains(where: \.endsInX) { return nil }
    let hasHyphen = pieces.dropFirst().contains { $0.gap == .hyphen }
    let count = places.count
    if pieces.last?.endsInX != true, let start = phoneStart(places) {
      let counts = pieces.map(\.places.count)
      let isOneNumber =
        counts.count == 1
        ? surroundings == .anything || !isInsideWord(pieces[range.lowerBound].places)
        : [[3, 4, 4], [3, 8], [7, 4]].contains(counts)
      return isOneNumber ? start + 3..<count - 4 : nil
    }
    // A number of that length in the wrong place is an ID that was mistyped, or an account.
    if pieces.count == 1, count >= 17, surroundings == .anything { return 6..<count - 4 }
    guard isResidentID(places, endsInX: pieces.last?.endsInX == true),
      !hasHyphen || surroundings == .anything
    else { return nil }
    return 6..<count - 4
  }

  /// Where the 11 digits of a mobile number begin.
  private func phoneStart(_ places: [Int]) -> Int? {
    let before: [UInt32]
    switch places.count {
    case 11: before = []
    case 12: before = [0x30]
    case 13: before = [0x38, 0x36]
    case 15: before = [0x30, 0x30, 0x38, 0x36]
    default: return nil
    }
    let start = before.count
    guard places.prefix(start).map({ folded[$0] }) == before, folded[places[start]] == 0x31,
      0x33...0x39 ~= folded[places[start + 1]]
    else { return nil }
    return start
  }

  private func isResidentID(_ places: [Int], endsInX: Bool) -> Bool {
    let digits = places.prefix(17).reduce(Int64(0)) { number, place in
      number &* 10 &+ Int64(folded[place]) - 0x30
    }
    switch places.count {
    case 18: return Self.isPerson(first17: digits)
    case 15 where !endsInX && surroundings == .anything:
      return Self.isPerson(first17: ResidentID.first17(ofFifteen: digits))
    default: return false
    }
  }

  private static func isPerson(first17: Int64) -> Bool {
    provinces.contains(Int(first17 / 1_000_000_000_000_000))
      && ResidentID.birthFault(first17: first17) == nil
  }

  /// GB/T 2260: the first two digits.
  private static let provinces: Set<Int> = [
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52,
    53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83,
  ]

  /// Whether an ASCII letter stands beside: part of a hash or of a folder's name.
  private func isInsideWord(_ places: Range<Int>) -> Bool {
    [places.lowerBound - 1, places.upperBound].contains { place in
      folded.indices.contains(place) && folded[place] | 0x20 >= 0x61 && folded[place] | 0x20 <= 0x7A
    }
  }
}
