/// What a member is to the head of the household (与户主关系).
///
/// Ten base relations are enough to count by. What was written more finely (长子, 之外孙女) is kept:
/// the code then is 100 plus the number of GB/T 4761, or 200 plus the number of the register's list.
/// A label that says no more than a base relation (户主, 配偶, 其他) is that base relation in every
/// list, so that one word has one code.
package struct Relation: Hashable, Sendable {
  /// 1…10, 101…199 or 201…221.
  package let code: Int

  /// Nil for a number that stands for no relation.
  package init?(code: Int) {
    guard Relation.labels.indices.contains(code), Relation.labels[code] != nil else { return nil }
    self.code = code
  }

  package init(_ base: Base) { code = base.rawValue }

  /// The relation that a number of a list means, nil where the list lacks it.
  package init?(number: Int, in list: RelationList) {
    let codes = list == .register ? Relation.registerCodes : Relation.standardCodes
    guard codes.indices.contains(number), codes[number] > 0 else { return nil }
    code = codes[number]
  }

  /// English and Chinese words of the ten relations, of both lists and of everyday speech; numbers
  /// by the given list, none where it is nil. Nil for anything else.
  package static func read(_ cell: Span<UInt8>, list: RelationList?) -> Relation? {
    if let code = words.code(cell) { return Relation(code: code) }
    guard let list, let number = CodeList.number(cell) else { return nil }
    return Relation(number: number, in: list)
  }

  package var base: Base { Relation.labels[code]?.base ?? .other }
  package var isHead: Bool { code == Base.head.rawValue }

  /// The English key of the base relation.
  package var name: String { base.name }

  /// The label of the list it was written by.
  package var chinese: String { Relation.labels[code]?.label ?? base.chinese }

  /// What an export writes, so that reading it gives the same code again: the English key of a base
  /// relation, the Chinese label of a finer one.
  package var written: String { code <= 10 ? base.name : chinese }
}

extension Relation {
  /// By code; nil for numbers that stand for no relation.
  private static let labels: [(label: String, base: Base)?] = {
    var labels: [(label: String, base: Base)?] = Array(repeating: nil, count: 222)
    for base in Base.allCases { labels[base.rawValue] = (base.chinese, base) }
    for list in RelationList.allCases {
      for entry in list.entries where words.code(entry.label) == list.offset + entry.code {
        labels[list.offset + entry.code] = (entry.label, entry.base)
      }
    }
    return labels
  }()

  private static let registerCodes = codes(by: .register)
  private static let standardCodes = codes(by: .nationalStandard4761)

  /// The code that each number of the list means; 0 for numbers that it lacks.
  private static func codes(by list: RelationList) -> [Int] {
    var codes = Array(repeating: 0, count: 100)
    for entry in list.entries {
      codes[entry.code] = words.code(entry.label) ?? list.offset + entry.code
    }
    return codes
  }

  /// The base relations come first: a label that equals one of theirs is theirs.
  static let words: WordTable = {
    var pairs: [(word: String, code: Int)] = []
    for base in Base.allCases {
      pairs += ([base.name, base.chinese] + base.synonyms).map { ($0, base.rawValue) }
    }
    for list in RelationList.allCases {
      pairs += list.entries.map { ($0.label, list.offset + $0.code) }
    }
    return WordTable(pairs + everyday)
  }()

  /// Everyday words and the number of GB/T 4761 that they mean. 媳妇 is the son's wife, as in the
  /// province's villages.
  private static let everyday: [(word: String, code: Int)] = [
    ("丈夫", 111), ("老公", 111), ("husband", 111), ("妻子", 112), ("老婆", 112), ("wife", 112),
    ("儿子", 120), ("儿", 120), ("son", 120), ("长男", 122), ("大儿子", 122), ("二子", 123),
    ("二儿子", 123), ("次男", 123), ("三儿子", 124), ("四儿子", 125), ("五儿子", 126),
    ("养子", 127), ("继子", 127), ("之婿", 128), ("son_in_law", 128),
    ("女儿", 130), ("daughter", 130), ("大女儿", 132), ("二女", 133), ("二女儿", 133),
    ("三女儿", 134), ("四女儿", 135), ("五女儿", 136), ("养女", 137), ("继女", 137),
    ("媳妇", 138), ("儿媳妇", 138), ("媳", 138), ("子媳", 138), ("daughter_in_law", 138),
    ("孙", 141), ("孙儿", 141), ("长孙", 141), ("grandson", 141), ("孙女儿", 142),
    ("granddaughter", 142), ("外孙", 143), ("孙媳", 145), ("孙媳妇", 145), ("孙女婿", 146),
    ("孙婿", 146), ("曾孙", 147), ("重孙", 147), ("曾孙子", 147), ("曾孙女", 148), ("重孙女", 148),
    ("父", 151), ("爸爸", 151), ("爸", 151), ("father", 151), ("母", 152), ("妈妈", 152),
    ("妈", 152), ("mother", 152), ("公爹", 153), ("婆母", 154), ("丈人", 155), ("丈母娘", 156),
    ("father_in_law", 155), ("mother_in_law", 156),
    ("继父", 157), ("养父", 157), ("继母", 158), ("养母", 158), ("爷爷", 161), ("祖父（爷爷）", 161),
    ("grandfather", 161), ("奶奶", 162), ("祖母（奶奶）", 162), ("grandmother", 162), ("外公", 163),
    ("姥爷", 163), ("外婆", 164), ("姥姥", 164), ("哥", 171), ("哥哥", 171), ("兄长", 171),
    ("brother", 171), ("嫂子", 172), ("嫂嫂", 172), ("弟弟", 173), ("弟媳妇", 174), ("弟妹", 174),
    ("姐", 175), ("sister", 175), ("妹", 177), ("伯伯", 181), ("叔", 183), ("叔叔", 183),
    ("婶婶", 184), ("舅舅", 185), ("舅妈", 186), ("姑姑", 190), ("姑妈", 190), ("侄", 193),
    ("侄儿", 193), ("外甥子", 195), ("亲属", 197), ("其他亲戚", 197), ("亲戚", 197),
    ("无亲属关系", 199),
  ]
}
