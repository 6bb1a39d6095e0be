/// The sheets of one folder, open together.
struct SheetFolder {
  private let files: [Sheet: SheetFile]

  init(_ sheets: [Sheet], in path: String, language: Language) throws(OutputFault) {
    try OutputFile.makeFolder(path)
    var files: [Sheet: SheetFile] = [:]
    for sheet in sheets { files[sheet] = try SheetFile(sheet, in: path, language: language) }
    self.files = files
  }

  subscript(_ sheet: Sheet) -> SheetFile {
    guard let file = files[sheet] else { preconditionFailure("a sheet this folder does not have") }
    return file
  }

  var rows: Int { files.values.reduce(0) { $0 + $1.rows } }

  func close() throws(OutputFault) {
    for sheet in Sheet.allCases { try files[sheet]?.close() }
  }
}
