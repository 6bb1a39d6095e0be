import CSV
import Intake

extension FileNature {
  /// How much of the file's head and of its end is looked at.
  private static let window = 128 * 1024

  /// Nil where it may be a CSV.
  init?(of source: ByteSource) throws(SourceFault) {
    let count = source.stamp.byteCount
    let window = Int64(FileNature.window)
    let head = try source.bytes(in: 0..<min(count, window))
    if head.starts(with: FileNature.zipMark) || head.starts(with: FileNature.officeMark) {
      let tail = try source.bytes(in: max(0, count - window)..<count)
      self = FileNature.packed(head, tail)
    } else if let plain = FileNature.marked(head) ?? FileNature.markup(head) {
      self = plain
    } else if count <= window, head.allSatisfy(FileNature.isBlank) {
      self = .empty
    } else {
      return nil
    }
  }

  private static let zipMark: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
  /// The compound file of Office before 2007, and of WPS.
  private static let officeMark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  private static let marks: [([UInt8], FileNature)] = [
    (Array("%PDF-".utf8), .pdf), (Array("{\\rtf".utf8), .richText),
    (Array("SQLite format 3".utf8) + [0], .database), ([0x50, 0x4B, 0x05, 0x06], .zip),
    (Array("Rar!".utf8), .archive), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive),
    ([0x1F, 0x8B, 0x08], .archive), ([0x89, 0x50, 0x4E, 0x47], .image),
    ([0xFF, 0xD8, 0xFF], .image),
    (Array("GIF8".utf8), .image),
  ]

  private static func marked(_ head: [UInt8]) -> FileNature? {
    marks.first { head.starts(with: $0.0) }?.1
  }

  private static func packed(_ head: [UInt8], _ tail: [UInt8]) -> FileNature {
    func holds(_ text: String, wide: Bool = false) -> Bool {
      let bytes = wide ? text.utf8.flatMap { [$0, 0] } : Array(text.utf8)
      return contains(head, bytes) || contains(tail, bytes)
    }
    if head.starts(with: officeMark) {
      if holds("WordDocument", wide: true) { return .word }
      return holds("Workbook", wide: true) || holds("Book", wide: true) ? .oldExcel : .officeFile
    }
    if holds("xl/work") || holds("xl/sheet") { return .excel }
    if holds("word/document") { return .word }
    if holds("application/vnd.oasis") { return .openSheet }
    return holds("ppt/pres") ? .officeFile : .zip
  }

  private static func contains(_ bytes: [UInt8], _ wanted: [UInt8]) -> Bool {
    guard let first = wanted.first, bytes.count >= wanted.count else { return false }
    for start in 0...(bytes.count - wanted.count)
    where bytes[start] == first && bytes[start..<start + wanted.count].elementsEqual(wanted) {
      return true
    }
    return false
  }

  /// HTML or XML, which programs save under the name of a workbook.
  private static func markup(_ head: [UInt8]) -> FileNature? {
    // UTF-16 is read by its bytes that are not zero; nothing but ASCII is asked of it.
    let lead = head.prefix(4_096).filter { $0 != 0 }.drop {
      isBlank($0) || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF || $0 >= 0xFE
    }
    guard lead.first == UInt8(ascii: "<") else { return nil }
    let text = String(decoding: lead, as: UTF8.self).lowercased()
    if text.contains("office:spreadsheet") || text.hasPrefix("<workbook") { return .excelXML }
    let pages = ["<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<style", "<div"]
    if pages.contains(where: text.hasPrefix) { return .webPage }
    guard text.hasPrefix("<?xml") || text.hasPrefix("<!--") else { return nil }
    return text.contains("<html") || text.contains("<table") ? .webPage : .xml
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF, 0xFF, 0xFE, 0x1A: true
    default: false
    }
  }
}
