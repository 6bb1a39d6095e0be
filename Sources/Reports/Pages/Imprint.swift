/// What stands at the foot of a page: which register made it, and what the register knew.
package struct Imprint: Sendable, Equatable {
  /// The random number of the register, in 32 hexadecimal digits.
  package let register: String
  package let known: KnownEntry
  /// The moment of the last entry, in UTC; not of the printing, so that a page stays the same.
  package let moment: String
  /// Who made the last entry.
  package let officer: String

  package init(register: String, known: KnownEntry, moment: String, officer: String) {
    self.register = register
    self.known = known
    self.moment = moment
    self.officer = officer
  }

  /// `2011-07-02 08:00:00` of `2011-07-02T08:00:00.000Z`.
  private var shownMoment: String {
    let letters: [Character] = moment.prefix(19).map { $0 == "T" ? " " : $0 }
    return String(letters)
  }

  func line(in language: ReportLanguage) -> String {
    let entry = NumberText.grouped(known.entry)
    return Phrase(
      "Register \(register). Entry \(entry) (\(known.shortHash)), \(shownMoment) UTC, by \(officer).",
      "登记库 \(register)。第\(entry)号录入单（\(known.shortHash)），\(shownMoment) UTC，经办人\(officer)。")[
        language]
  }
}
