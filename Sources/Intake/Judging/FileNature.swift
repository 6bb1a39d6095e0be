/// Why a file that a folder lists cannot be opened.
package enum UnopenedFile: Sendable, Equatable {
  /// Its name's bytes are no UTF-8: it was written on a system of another encoding.
  case nameEncoding
  case deadLink
  case unreadable
}

extension Receipt {
  /// What came of a file that could not be opened.
  package init(unopened name: String, _ fault: UnopenedFile) {
    self.init(file: name, sheet: nil, encoding: "", sha256: nil)
    errors = [Fault(line: 0, column: nil, .unopened(fault))]
    isRefusedWhole = true
  }
}

/// What a file is that is no CSV, by its bytes.
package enum FileNature: Sendable, Equatable, CaseIterable {
  case excel, oldExcel, excelXML, openSheet, webPage, word, officeFile
  case zip, archive, pdf, richText, xml, image, database, empty
}
