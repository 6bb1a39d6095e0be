/// Numbers that people take for one: 0012 and 12, s-07 and S-7, 4331-0001 and 43310001. They are equal but
/// for leading zeros (of each segment between hyphens), the case of letters, or hyphens that one of the two
/// lacks altogether.
package enum NearNumber {
  /// What a number is compared by.
  package struct Forms: Hashable, Sendable {
    /// Lower case, without leading zeros in any segment.
    package let own: [UInt8]
    /// The same without the hyphens, once without each segment's leading zeros and once with those inside
    /// it; empty of a number without hyphens.
    package let joined: [[UInt8]]
  }

  /// Whether two different numbers may be meant for one.
  package static func isNear(_ one: String, _ other: String) -> Bool {
    if one == other { return false }
    let (mine, theirs) = (forms(of: Array(one.utf8).span), forms(of: Array(other.utf8).span))
    if mine.own == theirs.own { return true }
    return theirs.joined.isEmpty && mine.joined.contains(theirs.own)
      || mine.joined.isEmpty && theirs.joined.contains(mine.own)
  }

  package static func forms(of number: Span<UInt8>) -> Forms {
    var segments: [[UInt8]] = [[]]
    var place = 0
    while place < number.count {
      let width = hyphenWidth(number, at: place)
      if width > 0 {
        segments.append([])
        place += width
      } else {
        segments[segments.count - 1].append(lowercase(number[place]))
        place += 1
      }
    }
    let stripped = segments.map(withoutLeadingZeros)
    let own = Array(stripped.joined(separator: [0x2D]))
    guard segments.count > 1 else { return Forms(own: own, joined: []) }
    let whole = withoutLeadingZeros(Array(segments.joined()))
    let bare = withoutLeadingZeros(Array(stripped.joined()))
    return Forms(own: own, joined: bare == whole ? [whole] : [whole, bare])
  }

  /// A number of zeros keeps one of them.
  private static func withoutLeadingZeros(_ segment: [UInt8]) -> [UInt8] {
    let rest = segment.drop { $0 == 0x30 }
    return rest.isEmpty ? Array(segment.suffix(1)) : Array(rest)
  }

  fileprivate static func lowercase(_ byte: UInt8) -> UInt8 {
    0x41...0x5A ~= byte ? byte | 0x20 : byte
  }

  /// The bytes of the hyphen that stands at a place, 0 where none does: `-`, U+2010 to U+2015, U+2212,
  /// U+FF0D.
  fileprivate static func hyphenWidth(_ number: Span<UInt8>, at place: Int) -> Int {
    if number[place] == 0x2D { return 1 }
    guard place + 2 < number.count else { return 0 }
    switch (number[place], number[place + 1], number[place + 2]) {
    case (0xE2, 0x80, 0x90...0x95), (0xE2, 0x88, 0x92), (0xEF, 0xBC, 0x8D): return 3
    default: return 0
    }
  }
}

/// Finds numbers that may be meant for one among many, by hashes: two near numbers are always found, two
/// others now and then.
package struct NearNumbers {
  /// By the hash of numbers' own forms, and of the joined forms of those with hyphens, the first place.
  private var own: [Int: Int32] = [:]
  private var joined: [Int: Int32] = [:]

  package init() {}

  /// The places at which numbers were inserted that may be near this one.
  package func places(near number: Span<UInt8>) -> [Int32] {
    if let hash = NearNumbers.plainHash(number) {
      return [own[hash], joined[hash]].compactMap(\.self)
    }
    let forms = NearNumber.forms(of: number)
    let hash = NearNumbers.hash(forms.own)
    return ([own[hash]] + forms.joined.map { own[NearNumbers.hash($0)] }).compactMap(\.self)
  }

  /// Keeps a number's place; an earlier one of the same forms stays.
  package mutating func insert(_ number: Span<UInt8>, at place: Int32) {
    if let hash = NearNumbers.plainHash(number) {
      if own[hash] == nil { own[hash] = place }
      return
    }
    let forms = NearNumber.forms(of: number)
    let hash = NearNumbers.hash(forms.own)
    if own[hash] == nil { own[hash] = place }
    for form in forms.joined where joined[NearNumbers.hash(form)] == nil {
      joined[NearNumbers.hash(form)] = place
    }
  }

  /// The hash of a number's own form; nil of one with hyphens. Nearly every number goes this way.
  private static func plainHash(_ number: Span<UInt8>) -> Int? {
    var hash = seed
    var begun = false
    for place in 0..<number.count {
      if NearNumber.hyphenWidth(number, at: place) > 0 { return nil }
      let byte = number[place]
      if !begun, byte == 0x30, place + 1 < number.count { continue }
      begun = true
      hash = step(hash, NearNumber.lowercase(byte))
    }
    return hash
  }

  private static func hash(_ form: [UInt8]) -> Int { form.reduce(seed, step) }

  private static let seed = 0x2545_F491

  private static func step(_ hash: Int, _ byte: UInt8) -> Int {
    (hash &* 0x5851_F42D_4C95_7F2D &+ Int(byte)) ^ (hash &>> 29)
  }
}
