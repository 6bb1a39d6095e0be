/// The two languages in which a report speaks to people. CSV headers and JSON keys have none.
package enum ReportLanguage: String, Sendable, CaseIterable {
  case en
  case zh
}

/// The same words in both languages.
package struct Phrase: Sendable, Equatable {
  package let en: String
  package let zh: String

  package init(_ en: String, _ zh: String) {
    self.en = en
    self.zh = zh
  }

  package subscript(language: ReportLanguage) -> String {
    switch language {
    case .en: en
    case .zh: zh
    }
  }
}
