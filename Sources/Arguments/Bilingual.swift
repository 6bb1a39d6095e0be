/// The two languages that help is written in; the raw value is what `--lang` takes.
package enum HelpLanguage: String, CaseIterable, Sendable {
  case english = "en"
  case chinese = "zh"
}

/// One text in both languages.
package struct Bilingual: Equatable, Sendable {
  package let english: String
  package let chinese: String

  package init(_ english: String, zh chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  package func text(in language: HelpLanguage) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }
}
