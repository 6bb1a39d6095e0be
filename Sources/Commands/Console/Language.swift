import Arguments

/// The language of everything that people read.
package typealias Language = HelpLanguage

extension HelpLanguage {
  /// `--lang` where it names a language, else SIXPOINT_LANG, else the settings' `lang`; else the first of
  /// LC_ALL, LC_MESSAGES and LANG that is set and not empty, as POSIX ranks them (POSIX.1-2017, XBD 8.2), Chinese where its language
  /// is `zh`. English otherwise.
  package init(option: String?, environment: Environment) {
    for word in [option, environment.variable("SIXPOINT_LANG"), environment.setting(.lang)] {
      guard let word, let stated = HelpLanguage(typed: word) else { continue }
      self = stated
      return
    }
    let locale = Self.localeVariable(in: environment).flatMap { environment.variable($0) }
    let language = locale?.prefix { $0.isLetter }.lowercased()
    self = language == "zh" ? .chinese : .english
  }

  /// The variable that says the locale; nil where none is set.
  static func localeVariable(in environment: Environment) -> String? {
    ["LC_ALL", "LC_MESSAGES", "LANG"].first { environment.variable($0) != nil }
  }

  /// A language as people name it, in either.
  package init?(typed word: String) {
    switch word.lowercased() {
    case "en", "english", "英文", "英语": self = .english
    case "zh", "chinese", "中文", "汉语": self = .chinese
    default: return nil
    }
  }
}
