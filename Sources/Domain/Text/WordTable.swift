/// A closed list of words, each with a number, read straight from a cell's bytes.
///
/// Two spellings are the same word when they differ only in blanks, `_` and `-`, in ASCII case, or
/// in full-width forms: `High-quality`, `high_quality` and `ＨＩＧＨ　ＱＵＡＬＩＴＹ` are one. A cell is
/// hashed scalar by scalar and compared with the one word of equal hash, so that a lookup takes no
/// memory; the table itself is made once.
package struct WordTable: Sendable {
  /// One array, so that a lookup keeps hold of one object only. First the slots, open addressing
  /// with linear steps, each 0 or the place of a word; then the words, each its number of scalars,
  /// its code, its scalars.
  private var cells: [UInt32]
  /// The number of slots less one; the number is a power of two.
  private let mask: Int

  /// Of two equal words the first one counts. Codes are not negative.
  package init(_ pairs: [(word: String, code: Int)]) {
    var size = 8
    while size < pairs.count * 3 { size *= 2 }
    cells = Array(repeating: 0, count: size)
    mask = size - 1
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
    var slot = hash & mask
    while cells[slot] > 0 {
      let word = Int(cells[slot])
      if isEqual(word, to: cell, in: range) { return Int(cells[word + 1]) }
      slot = (slot + 1) & mask
    }
    return nil
  }

  package func code(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    return code(bytes.span)
  }

  private mutating func insert(_ text: String, _ code: Int) {
    guard self.code(text) == nil else { return }
    let bytes = Array(text.utf8)
    var cursor = ScalarCursor(0..<bytes.count)
    let word = cells.count
    cells += [0, UInt32(code)]
    var hash = WordTable.seed
    while let scalar = WordTable.next(&cursor, bytes.span) {
      cells.append(scalar)
      hash = WordTable.mix(hash, scalar)
    }
    cells[word] = UInt32(cells.count - word - 2)
    var slot = hash & mask
    while cells[slot] > 0 { slot = (slot + 1) & mask }
    cells[slot] = UInt32(word)
  }

  private func isEqual(_ word: Int, to cell: Span<UInt8>, in range: Range<Int>) -> Bool {
    var cursor = ScalarCursor(range)
    for place in word + 2..<word + 2 + Int(cells[word])
    where WordTable.next(&cursor, cell) != cells[place] {
      return false
    }
    return WordTable.next(&cursor, cell) == nil
  }

  private static let seed = 5381

  @inline(__always)
  private static func mix(_ hash: Int, _ scalar: UInt32) -> Int {
    (hash &* 33) ^ Int(scalar)
  }

  /// The next scalar that matters for comparing words.
  @inline(__always)
  private static func next(_ cursor: inout ScalarCursor, _ cell: Span<UInt8>) -> UInt32? {
    while let scalar = cursor.nextFolded(in: cell) {
      if scalar &- 0x61 < 26 || ScalarCursor.isIdeograph(scalar) { return scalar }
      if scalar == 0x5F || scalar == 0x2D || ScalarCursor.isBlank(scalar) { continue }
      return scalar &- 0x41 < 26 ? scalar | 0x20 : scalar
    }
    return nil
  }
}
