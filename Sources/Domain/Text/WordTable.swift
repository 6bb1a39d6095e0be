/// A closed list of words, each standing for a number, read straight from a cell's bytes.
///
/// Two spellings are the same word when they differ only in blanks, `_` and `-`, in ASCII case, or
/// in full-width forms: `High-quality`, `high_quality` and `ＨＩＧＨ　ＱＵＡＬＩＴＹ` are one. A cell is
/// hashed scalar by scalar and compared with the one word of equal hash, so that a lookup takes no
/// memory; the table itself is made once.
package struct WordTable: Sendable {
  fileprivate struct Word: Sendable {
    var scalars: [UInt32]
    var code: Int
  }

  private var words: [Word] = []
  /// Open addressing with linear steps: index into `words`, or -1. The size is a power of two.
  private var slots: [Int]

  /// Of two equal words the first one stands.
  package init(_ pairs: [(word: String, code: Int)]) {
    var size = 8
    while size < pairs.count * 3 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    words.reserveCapacity(pairs.count)
    for pair in pairs { insert(pair.word, pair.code) }
  }

  /// Every case of a coded value under its English key, its Chinese label and its synonyms.
  package init<Value: CodedValue>(of type: Value.Type) {
    var pairs: [(word: String, code: Int)] = []
    for value in type.allCases {
      pairs.append((value.name, value.rawValue))
      pairs.append((value.chinese, value.rawValue))
    }
    for value in type.allCases {
      for synonym in value.synonyms { pairs.append((synonym, value.rawValue)) }
    }
    self.init(pairs)
  }

  /// The number of the word that the cell holds, or nil where it is none of the list.
  package func code(_ cell: Span<UInt8>) -> Int? {
    let range = CellText.typed(cell)
    var cursor = ScalarCursor(range)
    var hash = WordTable.seed
    while let scalar = WordTable.next(&cursor, cell) { hash = WordTable.mix(hash, scalar) }
    guard hash != WordTable.seed else { return nil }
    var slot = hash & (slots.count - 1)
    while slots[slot] >= 0 {
      let word = words[slots[slot]]
      if word.isEqual(to: cell, in: range) { return word.code }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  package func code(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    return code(bytes.span)
  }

  private mutating func insert(_ text: String, _ code: Int) {
    let bytes = Array(text.utf8)
    var cursor = ScalarCursor(0..<bytes.count)
    var scalars: [UInt32] = []
    var hash = WordTable.seed
    while let scalar = WordTable.next(&cursor, bytes.span) {
      scalars.append(scalar)
      hash = WordTable.mix(hash, scalar)
    }
    var slot = hash & (slots.count - 1)
    while slots[slot] >= 0 {
      if words[slots[slot]].scalars == scalars { return }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = words.count
    words.append(Word(scalars: scalars, code: code))
  }

  private static let seed = 5381

  private static func mix(_ hash: Int, _ scalar: UInt32) -> Int {
    (hash &* 33) ^ Int(scalar)
  }

  /// The next scalar that tells words apart.
  @inline(__always)
  fileprivate static func next(_ cursor: inout ScalarCursor, _ cell: Span<UInt8>) -> UInt32? {
    while let scalar = cursor.nextFolded(in: cell) {
      if scalar == 0x5F || scalar == 0x2D || ScalarCursor.isBlank(scalar) { continue }
      return scalar &- 0x41 < 26 ? scalar | 0x20 : scalar
    }
    return nil
  }
}

fileprivate extension WordTable.Word {
  func isEqual(to cell: Span<UInt8>, in range: Range<Int>) -> Bool {
    var cursor = ScalarCursor(range)
    for scalar in scalars where WordTable.next(&cursor, cell) != scalar { return false }
    return WordTable.next(&cursor, cell) == nil
  }
}
