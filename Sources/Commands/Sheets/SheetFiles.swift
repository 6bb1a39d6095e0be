import CSV
import Sheets

// What `import` was given: files, folders and `-`, put in the order in which their sheets depend on each
// other. Where there are several, each is opened once to see what it is and again when its turn comes, so
// that a folder of a thousand files holds one descriptor at a time; only standard input is kept.

/// The files of one import, in the order in which to take them.
struct SheetFiles {
  struct Item {
    let path: String
    /// Standard input, and a file that stands alone.
    let kept: SheetFile?
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

  init(
    _ arguments: [String], encoding: TextEncoding?, _ console: Console
  ) throws(Problem) {
    let paths = try SheetFiles.expanded(arguments, encoding, console)
    var items: [Item] = []
    for path in paths {
      let file = try SheetFiles.open(path, encoding: encoding, console)
      let order = paths.count > 1 ? SheetFiles.order(of: file) : Order(sheet: 0, rung: 0)
      let isKept = paths.count == 1 || path == "-"
      items.append(Item(path: path, kept: isKept ? file : nil, order: order))
    }
    // The place keeps equals in the order given.
    self.items = items.enumerated()
      .sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }.map(\.element)
  }

  static func open(
    _ path: String, encoding: TextEncoding?, _ console: Console
  ) throws(Problem) -> SheetFile {
    do throws(SourceFault) {
      return try SignalWatch.whileWorking { () throws(SourceFault) in
        let source =
          path == "-"
          ? try ByteSource(descriptor: System.standardInput) { SignalWatch.isInterrupted }
          : try ByteSource(path: path) { SignalWatch.isInterrupted }
        return try SheetFile(path: path, source: source, encoding: encoding)
      }
    } catch {
      throw ImportWords(language: console.language, file: path).problem(error)
    }
  }

  /// Folders become the sheets in them and in the folders inside, by name; rejects files are what was refused, not sheets.
  private static func expanded(
    _ arguments: [String], _ encoding: TextEncoding?, _ console: Console
  ) throws(Problem) -> [String] {
    var paths: [String] = []
    for argument in arguments {
      let facts = argument == "-" ? nil : try? System.facts(of: argument)
      guard facts?.kind == .folder else {
        paths.append(argument)
        continue
      }
      let sheets = try console.worded { () throws(SystemFault) in
        try SheetFiles.sheets(in: argument, depth: 0)
      }
      if sheets.isEmpty {
        throw Problem(
          "empty_folder",
          console.say("there is no CSV file in \(argument)", "\(argument) 中没有 CSV 文件"))
      }
      paths += sheets
    }
    return paths
  }

  /// A folder that holds itself, by a link, ends here.
  private static let mostDepth = 8

  private static func sheets(in folder: String, depth: Int) throws(SystemFault) -> [String] {
    var paths: [String] = []
    for name in try System.names(in: folder) where !name.hasPrefix(".") {
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      if isSheetName(name) {
        paths.append(path)
      } else if depth < mostDepth, try System.facts(of: path)?.kind == .folder {
        paths += try sheets(in: path, depth: depth + 1)
      }
    }
    return paths
  }

  private static func isSheetName(_ name: String) -> Bool {
    let lower = name.lowercased()
    return !lower.hasSuffix(".rejects.csv")
      && (lower.hasSuffix(".csv") || lower.hasSuffix(".tsv"))
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
