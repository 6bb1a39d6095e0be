/// A workbook to be filled in (Office Open XML, ECMA-376): a page with a header row whose columns are all
/// text, so that a spreadsheet changes no digit and turns no day round; a page that says what each column
/// takes; and one with the words of the columns that take nothing else, from which their cells choose.
package struct FormWorkbook: Sendable {
  package struct Column: Sendable {
    /// The header cell.
    package let title: String
    /// Whether every row needs it; its header cell is coloured.
    package let isRequired: Bool
    /// The words to choose from; empty where anything may be written.
    package let choices: [String]
    /// What the second page says of it.
    package let guidance: String

    package init(title: String, isRequired: Bool, choices: [String], guidance: String) {
      self.title = title
      self.isRequired = isRequired
      self.choices = choices
      self.guidance = guidance
    }
  }

  /// The names of the three pages: at most 31 characters, none of `[]:*?/\`.
  package struct PageNames: Sendable {
    package let form, guide, choices: String

    package init(form: String, guide: String, choices: String) {
      self.form = form
      self.guide = guide
      self.choices = choices
    }
  }

  package let names: PageNames
  package let columns: [Column]
  /// The titles of the guide's two columns.
  package let guideTitles: [String]

  package init(names: PageNames, columns: [Column], guideTitles: [String]) {
    self.names = names
    self.columns = columns
    self.guideTitles = guideTitles
  }

  /// The file: the same for the same content.
  package var bytes: [UInt8] {
    var archive = StoredArchive()
    for (name, part) in parts { archive.add(name, part) }
    return archive.bytes
  }

  /// The letters of a column, from 0: A … Z, AA ….
  static func letters(_ place: Int) -> String {
    let (rest, last) = place.quotientAndRemainder(dividingBy: 26)
    let letter = String(UnicodeScalar(UInt8(65 + last)))
    return rest == 0 ? letter : letters(rest - 1) + letter
  }
}
