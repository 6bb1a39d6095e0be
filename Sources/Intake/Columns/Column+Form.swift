import Domain

extension Column {
  /// How its cells are written, as its kind says it, for the guidance of a template; nil where the kind says
  /// nothing.
  package var form: Bilingual? {
    switch kind {
    case .day, .eventDay: Bilingual(english: "such as 2011-06-30", chinese: "如2011-06-30")
    case .year: Bilingual(english: "such as 2011", chinese: "如2011")
    case .percent: Bilingual(english: "0 to 100", chinese: "0 至 100")
    case .quantity:
      Bilingual(
        english: "a number with up to 3 decimals, no unit", chinese: "数字，最多3位小数，不写单位")
    case .wholeNumber: Bilingual(english: "a whole number", chinese: "整数")
    case .unit: Bilingual(english: "such as head, mu, km", chinese: "如头、亩、公里、人")
    case .region(.county): Bilingual(english: "a code of 6 digits", chinese: "6位代码")
    case .region(.village): Bilingual(english: "a code of 12 digits", chinese: "12位代码")
    case .phone: Bilingual(english: "with its area code", chinese: "手机或带区号的固定电话")
    case .text, .name, .personName, .identifier, .account, .fund, .figure:
      longest.map { Bilingual(english: "at most \($0) characters", chinese: "不超过\($0)个字符") }
    default: nil
    }
  }
}
