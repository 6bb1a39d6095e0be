/// A village's name as counties write it: `头铺村`, `头铺村委会`, `茶田镇 头铺`, `头铺村3组`, `Toupu Village`.
///
/// Two writings may name one village where their stems are the same. A village and a community (社区, 居委会) of
/// one stem are two places; a name that says neither may be either.
package struct VillageName: Sendable {
  private enum Kind { case village, community }

  /// The name without blanks, full-width forms as ASCII, small letters.
  private let whole: String
  /// Without the words for its kind.
  private let stem: String
  private let kind: Kind?

  /// - Parameter township: the name of the township, which some write before the village's.
  package init(_ text: String, in township: String? = nil) {
    var name = VillageName.folded(text)
    if let township = township.map(VillageName.folded), !township.isEmpty,
      name.hasPrefix(township), name != township
    {
      name.removeFirst(township.count)
    }
    name = VillageName.withoutGroup(name)
    whole = name
    for (ending, kind) in VillageName.endings
    where name.hasSuffix(ending) && name.count > ending.count {
      stem = String(name.dropLast(ending.count))
      self.kind = kind
      return
    }
    stem = name
    kind = nil
  }

  /// Whether both may name one village. `三村`, written short for `三村村委会`, ends like a kind and is none.
  package func mayBe(_ other: VillageName) -> Bool {
    if whole == other.whole || whole == other.stem || stem == other.whole { return true }
    return stem == other.stem && (kind == nil || other.kind == nil || kind == other.kind)
  }

  /// Longer ones first.
  private static let endings: [(String, Kind)] = [
    ("社区居民委员会", .community), ("社区居委会", .community), ("居民委员会", .community),
    ("居委会", .community), ("社区", .community), ("村民委员会", .village), ("村委会", .village),
    ("村", .village), ("villagecommittee", .village), ("village", .village),
    ("community", .community),
  ]

  private static func folded(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return CellText.foldedString(bytes.span).filter { !$0.isWhitespace }.lowercased()
  }

  /// Without the number of a group of villagers: `3组`, `第三村民小组`.
  private static func withoutGroup(_ name: String) -> String {
    guard let ending = ["村民小组", "小组", "组"].first(where: name.hasSuffix) else { return name }
    var rest = name.dropLast(ending.count)
    let end = rest.endIndex
    while let last = rest.last, "0123456789一二三四五六七八九十".contains(last) { rest.removeLast() }
    guard rest.endIndex < end, !rest.isEmpty else { return name }
    return String(rest.last == "第" && rest.count > 1 ? rest.dropLast() : rest)
  }
}
