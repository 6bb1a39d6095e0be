import Domain

/// A place as the register knows it.
package struct Region: Sendable, Equatable {
  package let code: RegionCode
  /// What it belongs to; nil for the province.
  package let parent: RegionCode?
  package let level: RegionLevel
  package let nameChinese: String
  /// Nil where the sheet gave none.
  package let nameEnglish: String?
  /// Of a county in a contiguous area of special hardship.
  package let area: Area?
  /// Of a county that is one of the national key counties.
  package let isNationalKey: Bool
  /// Of a county that the programme supports.
  package let isSupported: Bool

  init(
    code: RegionCode, parent: RegionCode?, level: RegionLevel, nameChinese: String,
    nameEnglish: String?, area: Area? = nil, isNationalKey: Bool = false, isSupported: Bool = false
  ) {
    self.code = code
    self.parent = parent
    self.level = level
    self.nameChinese = nameChinese
    self.nameEnglish = nameEnglish
    self.area = area
    self.isNationalKey = isNationalKey
    self.isSupported = isSupported
  }

  /// Its names and those without the word for what it is: `Fenghuang County` and `Fenghuang`.
  var spellings: [String] {
    var spellings = [nameChinese.lowercased()]
    for suffix in Region.chineseSuffixes
    where nameChinese.hasSuffix(suffix) && nameChinese.count > suffix.count + 1 {
      spellings.append(String(nameChinese.dropLast(suffix.count)))
    }
    if let english = nameEnglish?.lowercased() {
      spellings.append(english)
      let words = english.split(separator: " ")
      if words.count > 1 { spellings.append(words.dropLast().joined(separator: " ")) }
    }
    return spellings
  }

  /// Whether this is one of its spellings; `name` in small letters.
  func isCalled(_ name: String) -> Bool {
    // Each spelling is a beginning of one of its names, which are many times cheaper to compare.
    guard
      nameChinese.lowercased().hasPrefix(name) || nameEnglish?.lowercased().hasPrefix(name) == true
    else { return false }
    return spellings.contains(name)
  }

  private static let chineseSuffixes = [
    "土家族苗族自治州", "土家族自治县", "苗族自治县", "侗族自治县", "苗族侗族自治县", "瑶族自治县", "自治州", "自治县",
    "省", "市", "州", "县", "区", "街道", "镇", "乡", "村", "社区",
  ]
}

/// What a code or a name leads to.
package enum RegionAnswer: Sendable, Equatable {
  case one(Region)
  /// Several places have the name; in code order.
  case several([Region])
  /// None does; those nearest in spelling.
  case none(nearest: [Region])
}
