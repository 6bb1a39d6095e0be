import Intake

// What is wrong with a file's form: what it is instead of a CSV, and how to save it as one.

extension FaultWording {
  func englishNature(_ nature: FileNature) -> String {
    if nature == .empty { return "the file is empty; save the sheet again and send that file" }
    let how =
      switch nature {
      case .excel, .oldExcel, .excelXML, .openSheet, .webPage:
        "open it in Excel or WPS and choose Save As, “CSV UTF-8 (comma delimited)”"
      case .zip, .archive: "take the sheet out of it, and save it as CSV if it is none"
      default:
        "copy the table into Excel or WPS and choose Save As, “CSV UTF-8 (comma delimited)”"
      }
    return "this is \(name(nature)), no CSV file, whatever its name says; \(how)"
  }

  func chineseNature(_ nature: FileNature) -> String {
    if nature == .empty { return "文件是空的；请重新保存表格后再报送" }
    let how =
      switch nature {
      case .excel, .oldExcel, .excelXML, .openSheet, .webPage:
        "请用 Excel 或 WPS 打开，另存为“CSV UTF-8（逗号分隔）”"
      case .zip, .archive: "请先解压取出表格，如不是 CSV 再另存为 CSV"
      default: "请把表格复制到 Excel 或 WPS，另存为“CSV UTF-8（逗号分隔）”"
      }
    return "这是\(name(nature))，不是 CSV 文件（不论扩展名是什么）；\(how)"
  }

  func englishUnopened(_ fault: UnopenedFile) -> String {
    switch fault {
    case .nameEncoding:
      "the file's name is in another encoding than UTF-8, so it cannot be opened; rename it"
    case .deadLink: "a link to a file that is not there; send the file itself"
    case .unreadable: "the file cannot be opened; see who may read it"
    }
  }

  func chineseUnopened(_ fault: UnopenedFile) -> String {
    switch fault {
    case .nameEncoding: "文件名不是 UTF-8 编码，无法打开；请重新命名"
    case .deadLink: "链接指向的文件不存在；请报送文件本身"
    case .unreadable: "文件无法打开；请检查读取权限"
    }
  }

  private func name(_ nature: FileNature) -> String {
    let names: (String, String) =
      switch nature {
      case .excel: ("an Excel workbook (xlsx)", " Excel 工作簿（xlsx）")
      case .oldExcel: ("an Excel workbook (xls)", " Excel 工作簿（xls）")
      case .excelXML: ("an Excel workbook saved as XML", "存为 XML 的 Excel 工作簿")
      case .openSheet: ("an OpenDocument file", " OpenDocument 文件")
      case .webPage: ("a web page (HTML)", "网页（HTML）")
      case .word: ("a Word document", " Word 文档")
      case .officeFile: ("a file of Microsoft Office or WPS", " Office 或 WPS 文件")
      case .zip: ("a zip archive", " zip 压缩包")
      case .archive: ("a packed archive", "压缩包")
      case .pdf: ("a PDF", " PDF 文件")
      case .richText: ("a rich text file (RTF)", " RTF 文件")
      case .xml: ("an XML file", " XML 文件")
      case .image: ("a picture", "图片")
      case .database: ("a database", "数据库文件")
      case .empty: ("an empty file", "空文件")
      }
    return language == .chinese ? names.1 : names.0
  }

  func englishMissing(_ columns: [String], _ found: Int, _ expected: Int) -> String {
    "the row has \(found) cells and the header \(expected); at its end are missing: \(FaultWording.listed(columns, ", ")). Some programs leave out empty cells at the end of a row: put a last column, headed “end”, with an x in every row, and save as CSV again"
  }

  func chineseMissing(_ columns: [String], _ found: Int, _ expected: Int) -> String {
    "该行有 \(found) 个单元格，表头有 \(expected) 个；行末缺：\(FaultWording.listed(columns, "、"))。有的程序会省去行末的空单元格：请在最后加一列，表头写“止”，每行填“x”，再另存为 CSV"
  }
}
