import Markup

// The parts of the file. Cells hold their text themselves, so that there is no table of texts beside them.

extension FormWorkbook {
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml"
  /// The last row a spreadsheet has.
  private static let lastRow = 1_048_576

  /// The styles of cells, by their place in `styles`.
  private enum Style: Int {
    case plain, text, title, requiredTitle, wrapped
  }

  private var pageNames: [String] { [names.form, names.guide, names.choices] }
  private var chosen: [(place: Int, choices: [String])] {
    columns.enumerated().filter { !$0.element.choices.isEmpty }
      .map { ($0.offset, $0.element.choices) }
  }

  var parts: [(name: String, bytes: [UInt8])] {
    [
      ("[Content_Types].xml", contentTypes), ("_rels/.rels", rootRelations),
      ("xl/workbook.xml", workbook), ("xl/_rels/workbook.xml.rels", workbookRelations),
      ("xl/styles.xml", styles), ("xl/worksheets/sheet1.xml", form),
      ("xl/worksheets/sheet2.xml", guide), ("xl/worksheets/sheet3.xml", lists),
    ]
  }

  private static func part(_ body: (inout MarkupWriter) -> Void) -> [UInt8] {
    var writer = MarkupWriter()
    body(&writer)
    return Array("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".utf8)
      + writer.bytes
  }

  private var contentTypes: [UInt8] {
    Self.part { xml in
      xml.element("Types", ["xmlns": "\(Self.package)/content-types"]) { xml in
        xml.empty(
          "Default",
          [
            "Extension": "rels",
            "ContentType": "application/vnd.openxmlformats-package.relationships+xml",
          ])
        xml.empty("Default", ["Extension": "xml", "ContentType": "application/xml"])
        xml.empty(
          "Override",
          ["PartName": "/xl/workbook.xml", "ContentType": "\(Self.sheetType).sheet.main+xml"])
        xml.empty(
          "Override", ["PartName": "/xl/styles.xml", "ContentType": "\(Self.sheetType).styles+xml"])
        for number in 1...pageNames.count {
          xml.empty(
            "Override",
            [
              "PartName": "/xl/worksheets/sheet\(number).xml",
              "ContentType": "\(Self.sheetType).worksheet+xml",
            ])
        }
      }
    }
  }

  private var rootRelations: [UInt8] {
    Self.part { xml in
      xml.element("Relationships", ["xmlns": "\(Self.package)/relationships"]) { xml in
        xml.empty(
          "Relationship",
          ["Id": "rId1", "Type": "\(Self.relations)/officeDocument", "Target": "xl/workbook.xml"])
      }
    }
  }

  private var workbook: [UInt8] {
    Self.part { xml in
      xml.element("workbook", ["xmlns": "\(Self.main)", "xmlns:r": "\(Self.relations)"]) { xml in
        xml.element("sheets") { xml in
          for (index, name) in pageNames.enumerated() {
            xml.empty(
              "sheet",
              ["name": "\(name)", "sheetId": .number(index + 1), "r:id": "rId\(index + 1)"])
          }
        }
      }
    }
  }

  private var workbookRelations: [UInt8] {
    Self.part { xml in
      xml.element("Relationships", ["xmlns": "\(Self.package)/relationships"]) { xml in
        for number in 1...pageNames.count {
          xml.empty(
            "Relationship",
            [
              "Id": "rId\(number)", "Type": "\(Self.relations)/worksheet",
              "Target": "worksheets/sheet\(number).xml",
            ])
        }
        xml.empty(
          "Relationship",
          [
            "Id": "rId\(pageNames.count + 1)", "Type": "\(Self.relations)/styles",
            "Target": "styles.xml",
          ])
      }
    }
  }

  /// Number format 49 is text (ECMA-376, 18.8.30).
  private var styles: [UInt8] {
    Self.part { xml in
      xml.element("styleSheet", ["xmlns": "\(Self.main)"]) { xml in
        xml.element("fonts", ["count": 2]) { xml in
          xml.element("font") { xml in xml.empty("sz", ["val": 11]) }
          xml.element("font") { xml in
            xml.empty("b")
            xml.empty("sz", ["val": 11])
          }
        }
        xml.element("fills", ["count": 4]) { xml in
          for pattern in ["none", "gray125"] {
            xml.element("fill") { xml in xml.empty("patternFill", ["patternType": "\(pattern)"]) }
          }
          for colour in ["FFE7EEF5", "FFFBE3C8"] {
            xml.element("fill") { xml in
              xml.element("patternFill", ["patternType": "solid"]) { xml in
                xml.empty("fgColor", ["rgb": "\(colour)"])
              }
            }
          }
        }
        xml.element("borders", ["count": 1]) { xml in xml.empty("border") }
        xml.element("cellStyleXfs", ["count": 1]) { xml in xml.empty("xf") }
        xml.element("cellXfs", ["count": 5]) { xml in
          xml.empty("xf")
          xml.empty("xf", ["numFmtId": 49, "applyNumberFormat": 1])
          for fill in [2, 3] {
            xml.empty(
              "xf",
              [
                "numFmtId": 49, "fontId": 1, "fillId": .number(fill), "applyNumberFormat": 1,
                "applyFont": 1, "applyFill": 1,
              ])
          }
          xml.element("xf", ["applyAlignment": 1]) { xml in
            xml.empty("alignment", ["vertical": "top", "wrapText": 1])
          }
        }
      }
    }
  }

  private var form: [UInt8] {
    Self.part { xml in
      xml.element("worksheet", ["xmlns": "\(Self.main)"]) { xml in
        xml.element("sheetViews") { xml in
          xml.element("sheetView", ["tabSelected": 1, "workbookViewId": 0]) { xml in
            xml.empty(
              "pane",
              ["ySplit": 1, "topLeftCell": "A2", "activePane": "bottomLeft", "state": "frozen"])
          }
        }
        xml.element("cols") { xml in
          for (index, column) in columns.enumerated() {
            xml.empty(
              "col",
              [
                "min": .number(index + 1), "max": .number(index + 1),
                "width": .number(max(12, column.title.utf8.count + 2)),
                "style": .number(Style.text.rawValue), "customWidth": 1,
              ])
          }
        }
        xml.element("sheetData") { xml in
          Self.row(
            1,
            columns.map { ($0.title, $0.isRequired ? Style.requiredTitle : .title) }, &xml)
        }
        choose(&xml)
      }
    }
  }

  /// The cells of a column that takes certain words choose from the third page. Another word is warned of and
  /// may stay: the program takes more spellings than are listed.
  private func choose(_ xml: inout MarkupWriter) {
    guard !chosen.isEmpty else { return }
    xml.element("dataValidations", ["count": .number(chosen.count)]) { xml in
      for (index, column) in chosen.enumerated() {
        let own = Self.letters(column.place)
        let list = Self.letters(index)
        xml.element(
          "dataValidation",
          [
            "type": "list", "errorStyle": "warning", "allowBlank": 1, "showErrorMessage": 1,
            "sqref": "\(own)2:\(own)\(Self.lastRow)",
          ]
        ) { xml in
          xml.element(
            "formula1", "'\(names.choices)'!$\(list)$2:$\(list)$\(column.choices.count + 1)")
        }
      }
    }
  }

  private var guide: [UInt8] {
    Self.part { xml in
      xml.element("worksheet", ["xmlns": "\(Self.main)"]) { xml in
        xml.element("cols") { xml in
          for (index, width) in [24, 100].enumerated() {
            xml.empty(
              "col",
              [
                "min": .number(index + 1), "max": .number(index + 1), "width": .number(width),
                "customWidth": 1,
              ])
          }
        }
        xml.element("sheetData") { xml in
          Self.row(1, guideTitles.map { ($0, .title) }, &xml)
          for (index, column) in columns.enumerated() {
            Self.row(index + 2, [(column.title, .text), (column.guidance, .wrapped)], &xml)
          }
        }
      }
    }
  }

  private var lists: [UInt8] {
    Self.part { xml in
      xml.element("worksheet", ["xmlns": "\(Self.main)"]) { xml in
        xml.element("sheetData") { xml in
          Self.row(1, chosen.map { (columns[$0.place].title, .title) }, &xml)
          for index in 0..<(chosen.map(\.choices.count).max() ?? 0) {
            Self.row(
              index + 2,
              chosen.map { ($0.choices.count > index ? $0.choices[index] : "", .text) }, &xml)
          }
        }
      }
    }
  }

  private static func row(
    _ number: Int, _ cells: [(text: String, style: Style)], _ xml: inout MarkupWriter
  ) {
    xml.element("row", ["r": .number(number)]) { xml in
      for (index, cell) in cells.enumerated() where !cell.text.isEmpty {
        xml.element(
          "c",
          [
            "r": "\(letters(index))\(number)", "s": .number(cell.style.rawValue),
            "t": "inlineStr",
          ]
        ) { xml in
          xml.element("is") { xml in xml.element("t", cell.text) }
        }
      }
    }
  }
}
