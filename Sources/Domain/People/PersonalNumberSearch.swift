/// One search of a text; see `PersonalNumbers`.
struct PersonalNumberSearch {
  /// Digits without anything between them, and an X at their end.
  struct Run {
    var places: Range<Int>
    var endsInX = false
    /// What is between the run before and this one.
    var gap = Gap.other
  }

  /// A bracket is one that closes, with blanks or a hyphen.
  enum Gap { case blank, hyphen, bracket, other }

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
    numbers().flatMap { Array($0.places[$0.hides]) }
  }

  /// Whether one of the numbers is a resident ID that a person may have, its check digit right.
  mutating func findsValidID() -> Bool {
    let found = numbers()
    return found.contains { number in
      guard number.hides.lowerBound == 6, let last = number.places.last else { return false }
      return isResidentID(number.places, ResidentID.isCheckLetter(folded[last]), valid: true)
    }
  }

  /// The places of each number's characters, and which of them are hidden.
  private mutating func numbers() -> [(places: [Int], hides: Range<Int>)] {
    findRuns()
    var found: [(places: [Int], hides: Range<Int>)] = []
    var first = 0
    while first < runs.count {
      var end = first + 1
      while end < runs.count, end - first < Self.mostRuns, runs[end].gap != .other { end += 1 }
      while end > first {
        let places = runs[first..<end].flatMap { Array($0.places) }
        if let hides = hides(first..<end, places) {
          found.append((places, hides))
          break
        }
        end -= 1
      }
      first = max(end, first + 1)
    }
    return found
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
    if places.count == 1, Self.isHyphen(folded[places.lowerBound]) { return .hyphen }
    let closes = folded[places].count { $0 == 0x29 }
    let isBracket =
      closes == 1
      && folded[places].allSatisfy {
        $0 == 0x29 || Self.isHyphen($0) || ScalarCursor.isBlank($0)
      }
    return isBracket ? .bracket : .other
  }

  private static func isHyphen(_ scalar: UInt32) -> Bool {
    [0x2D, 0x2010, 0x2011, 0x2013].contains(scalar)
  }

  /// Which characters of the number that these runs make are hidden; nil where it is none.
  private func hides(_ range: Range<Int>, _ places: [Int]) -> Range<Int>? {
    if surroundings != .programs, let area = landlineArea(range) {
      return area..<places.count - 4
    }
    let pieces = runs[range]
    if pieces.dropFirst().contains(where: { $0.gap == .bracket }) { return nil }
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
    let endsInX = pieces.last?.endsInX == true
    guard isResidentID(places, endsInX, valid: surroundings == .programs),
      !hasHyphen || surroundings == .anything
    else { return nil }
    return 6..<count - 4
  }

  /// How many digits come before a landline's own; nil where the runs make none. What a hyphen or a letter
  /// ties to something before it is part of another number.
  private func landlineArea(_ range: Range<Int>) -> Int? {
    let pieces = runs[range]
    guard let first = pieces.first, first.gap != .hyphen, !pieces.contains(where: \.endsInX),
      pieces.dropFirst(2).allSatisfy({ $0.gap != .bracket }), !isLetter(first.places.lowerBound - 1)
    else { return nil }
    let digits = pieces.map { piece in
      piece.places.map { UInt8(truncatingIfNeeded: folded[$0] &- 0x30) }
    }
    guard let number = LandlineNumber(digits) else { return nil }
    return surroundings == .anything || number.isPlainlyHunan ? number.areaCount : nil
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

  /// - Parameter valid: whether the check digit of 18 characters has to be right.
  private func isResidentID(_ places: [Int], _ endsInX: Bool, valid: Bool) -> Bool {
    let digits = places.prefix(17).reduce(Int64(0)) { number, place in
      number &* 10 &+ Int64(folded[place]) - 0x30
    }
    switch places.count {
    case 18:
      guard Self.isPerson(first17: digits) else { return false }
      let check = endsInX ? 10 : Int(folded[places[17]]) - 0x30
      return !valid || check == ResidentID.properCheck(first17: digits)
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

  /// Whether an ASCII letter is beside it: part of a hash or of a folder's name.
  private func isInsideWord(_ places: Range<Int>) -> Bool {
    isLetter(places.lowerBound - 1) || isLetter(places.upperBound)
  }

  private func isLetter(_ place: Int) -> Bool {
    folded.indices.contains(place) && folded[place] | 0x20 >= 0x61 && folded[place] | 0x20 <= 0x7A
  }
}
