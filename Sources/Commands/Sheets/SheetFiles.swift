import CSV
import Intake
import Sheets

// What `import` was given: files, folders and `-`, put in the order in which their sheets depend on each
// other. Where there are several, each is opened once to see what it is and again when its turn comes, so
// that a folder of a thousand files holds one descriptor at a time; only standard input is kept.

/// The files of one import, in the order in which to take them.
struct SheetFiles {
  struct Item {
    let path: String
    let name: String
    /// A stream, which can be opened only once, and a file that stands alone.
    let kept: SheetFile?
    /// Why it cannot be opened; nil where it can be tried.
    let fault: UnopenedFile?
    fileprivate let order: Order
  }

  /// Sheets in the order they depend on each other, then the rung of the ladder; a file that is no
  /// sheet comes first, so that nothing is written before it is told.
  fileprivate struct Order: Comparable {
    let sheet: Int
    let rung: Int

    static func < (first: Order, second: Order) -> Bool {
      (first.sheet, first.rung) < (second.sheet, second.rung)
    }
  }

  let items: [Item]
  /// What the folders hold that is not read.
  let skipped: [String]

  init(
    _ arguments: [String], encoding: TextEncoding?, _ console: Console
  ) throws(Problem) {
    let (found, skipped) = try SheetFiles.expanded(arguments, console)
    self.skipped = skipped
    let none = Order(sheet: -1, rung: 0)
    var items: [Item] = []
    let names = SheetFiles.names(of: found.map(\.file.path))
    for (sheet, isListed) in found {
      let name = names[sheet.path] ?? sheet.path
      if let fault = sheet.fault {
        items.append(Item(path: sheet.path, name: name, kept: nil, fault: fault, order: none))
        continue
      }
      do throws(Problem) {
        let file = try SheetFiles.open(sheet.path, named: name, encoding: encoding, console)
        let order = found.count > 1 ? SheetFiles.order(of: file) : none
        let isKept = found.count == 1 || SheetFiles.isStream(sheet.path)
        items.append(
          Item(
            path: sheet.path, name: name, kept: isKept ? file : nil, fault: nil, order: order))
      } catch {
        // One file of a folder that cannot be read is that file's fault.
        guard isListed, error.status != .interrupted else { throw error }
        items.append(
          Item(path: sheet.path, name: name, kept: nil, fault: .unreadable, order: none))
      }
    }
    // The place keeps equals in the order given.
    self.items = items.enumerated()
      .sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }.map(\.element)
  }

  /// Whether an input is standard input by any name, a pipe (`<(cat a.csv)` is `/dev/fd/63`) or a device.
  static func isStream(_ path: String) -> Bool {
    if path == "-" || path == "/dev/stdin" { return true }
    if path.hasPrefix("/dev/fd/") || path.hasPrefix("/proc/") { return true }
    return (try? System.facts(of: path))?.kind == .other
  }

  /// As messages name files: the last part of the path, with so many of the folders above as tell files of one
  /// name apart.
  static func names(of paths: [String]) -> [String: String] {
    let parts = Dictionary(
      paths.map { ($0, $0.split(separator: "/").map(String.init)) }, uniquingKeysWith: { $1 })
    var lengths = parts.mapValues { _ in 1 }
    func name(_ path: String) -> String {
      (parts[path] ?? []).suffix(lengths[path] ?? 1).joined(separator: "/")
    }
    while true {
      let alike = Dictionary(grouping: parts.keys, by: name).values.filter { $0.count > 1 }.joined()
      let longer = alike.filter { (lengths[$0] ?? 1) < (parts[$0]?.count ?? 1) }
      if longer.isEmpty { return Dictionary(parts.keys.map { ($0, name($0)) }) { $1 } }
      for path in longer { lengths[path, default: 1] += 1 }
    }
  }

  /// - Parameter name: as messages name the file; nil is the last part of the path.
  static func open(
    _ path: String, named name: String? = nil, encoding: TextEncoding?, _ console: Console
  ) throws(Problem) -> SheetFile {
    do throws(SourceFault) {
      return try SignalWatch.whileWorking { () throws(SourceFault) in
        let source =
          path == "-"
          ? try ByteSource(descriptor: System.standardInput) { SignalWatch.isInterrupted }
          : try ByteSource(path: path) { SignalWatch.isInterrupted }
        return try SheetFile(path: path, named: name, source: source, encoding: encoding)
      }
    } catch {
      throw ImportWords(language: console.language, file: path).problem(error)
    }
  }

  /// Folders become the sheets in them and in the folders inside.
  private static func expanded(
    _ arguments: [String], _ console: Console
  ) throws(Problem) -> (found: [(file: FolderSheets.Found, isListed: Bool)], skipped: [String]) {
    var found: [(file: FolderSheets.Found, isListed: Bool)] = []
    var skipped: [String] = []
    for argument in arguments {
      let facts = argument == "-" ? nil : try? System.facts(of: argument)
      guard facts?.kind == .folder else {
        found.append((FolderSheets.Found(path: argument, fault: nil), false))
        continue
      }
      let sheets = try console.worded { () throws(SystemFault) in try FolderSheets(in: argument) }
      if sheets.found.isEmpty {
        let others = sheets.skipped.isEmpty ? "" : SheetFiles.skippedLine(sheets.skipped, console)
        throw Problem(
          "empty_folder",
          console.say("there is no CSV file in \(argument)", "\(argument) 中没有 CSV 文件")
            + (others.isEmpty ? "" : console.say("; ", "；") + others))
      }
      found += sheets.found.map { ($0, true) }
      skipped += sheets.skipped
    }
    return (found, skipped)
  }

  /// What of a folder was not read, and how to save it.
  static func skippedLine(_ skipped: [String], _ console: Console) -> String {
    let shown = skipped.prefix(20).joined(separator: console.say(", ", "、"))
    let more = skipped.count > 20 ? console.say(", …", "等") : ""
    return console.say(
      "not read, being no CSV file or a link: \(shown)\(more); save a workbook as CSV UTF-8 to have it read",
      "未读（不是 CSV 文件，或为链接）：\(shown)\(more)；工作簿请另存为 CSV UTF-8 后再导入")
  }

  private static func order(of file: SheetFile) -> Order {
    guard case .success(let header) = file.findHeader(),
      let place = Sheet.all.firstIndex(where: { $0.name == header.match.sheet.name })
    else { return Order(sheet: -1, rung: 0) }
    let isAllocations = header.match.sheet.name == Sheet.allocations.name
    return Order(sheet: place, rung: isAllocations ? rung(of: file, header) : 0)
  }

  /// The lowest rung that the file's first rows reach: 1 county, 2 project, 3 household.
  private static func rung(of file: SheetFile, _ header: SheetFile.Header) -> Int {
    let cell = { (name: String) in Sheet.allocations.index(of: name).flatMap(header.match.cell) }
    let rungs = [(3, cell("household_no")), (2, cell("project_no"))]
    var reader = RecordReader(source: file.source, form: file.form)
    var record = Record()
    var lowest = 1
    for _ in 0..<2_000 where lowest < 3 {
      do throws(CSVFault) {
        guard try reader.next(into: &record) else { break }
      } catch {
        // Told when the file's turn comes.
        if error.endsReading { break }
        continue
      }
      guard record.recordNumber > header.record else { continue }
      for (rung, cell) in rungs {
        if let cell, cell < record.count, !record.isEmpty(cell) { lowest = max(lowest, rung) }
      }
    }
    return lowest
  }
}
