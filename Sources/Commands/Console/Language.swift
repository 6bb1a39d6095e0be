import Arguments

/// The language of everything that people read.
package typealias Language = HelpLanguage

extension HelpLanguage {
  /// `--lang` where it names a language; else the first of LC_ALL, LC_MESSAGES and LANG that is
  /// set and not empty, as POSIX ranks them (POSIX.1-2017, XBD 8.2), Chinese where its language
  /// is `zh`. English otherwise.
  package init(option: String?, environment: Environment) {
    if let option, let stated = HelpLanguage(rawValue: option) {
      self = stated
      return
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment.variable($0) }
      .first
    let language = locale?.prefix { $0.isLetter }.lowercased()
    self = language == "zh" ? .chinese : .english
  }
}
