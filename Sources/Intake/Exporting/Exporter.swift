import CSV
import Domain
import Register
import SQLite

/// How a sheet is to be written.
package struct ExportOptions: Sendable {
  /// A prefecture or a county of the office; nil: everything.
  package var place: RegionCode?
  /// As known at this entry; nil: now.
  package var known: Int64?
  /// The one list of `pay_lists` to write; nil: all. Of no other place or entry.
  package var payList: String?
  /// Write resident IDs, phones and accounts in full, wherever they are. Recording that is the caller's duty.
  package var reveals = false
  /// Chinese headers and words, else English ones.
  package var isChinese = false
  package var form = TextForm()

  package init() {}
}

// An export is one SELECT whose rows are written as they come, so that memory does not grow with the sheet
// and all of it is of one moment, whatever others write meanwhile. Its columns are the importer's columns,
// and its cells are such that the importer, given them, finds every fact standing already.

/// Writes a sheet out of the register as CSV.
package struct Exporter {
  private let sheet: Sheet
  private let register: Register
  private let options: ExportOptions
  /// All but `withdraw`, which says what is to be done and not what is.
  private let columns: [Column]

  package init(_ sheet: Sheet, from register: Register, _ options: ExportOptions) {
    self.sheet = sheet
    self.register = register
    self.options = options
    columns = sheet.columns.filter { $0.kind != .withdraw }
  }

  /// Hands the sheet over block by block, the header first; returns how many rows there were.
  package func run<Stop: Error>(
    wrapping: (SQLiteFailure) -> Stop, into sink: (Span<UInt8>) throws(Stop) -> Void
  ) throws(Stop) -> Int {
    try register.reading(wrapping: wrapping) { () throws(Stop) in
      try write(wrapping: wrapping, into: sink)
    }
  }

  private func write<Stop: Error>(
    wrapping: (SQLiteFailure) -> Stop, into sink: (Span<UInt8>) throws(Stop) -> Void
  ) throws(Stop) -> Int {
    var writer = RecordWriter(options: writing)
    writer.write(columns.map { options.isChinese ? $0.chinese : $0.name })
    var cells = CellWriter(columns, isChinese: options.isChinese, reveals: options.reveals)
    var count = 0
    let query = query
    if !query.preparation.isEmpty {
      do throws(SQLiteFailure) { try register.connection.execute(query.preparation) } catch {
        throw wrapping(error)
      }
    }
    try register.connection.rows(query.sql, bindings(of: query), wrapping: wrapping) {
      (row: borrowing Row) throws(Stop) in
      cells.append(row, to: &writer)
      count += 1
      if writer.bytes.count >= Exporter.block { try writer.drain(into: sink) }
    }
    try writer.drain(into: sink)
    return count
  }

  private static let block = 65_536

  private var writing: RecordWriter.Options {
    var writing = RecordWriter.Options(form: options.form)
    writing.lineEnd = .lf
    writing.guardsFormulas = true
    return writing
  }

  var query: SheetQuery {
    SheetQuery.rows(
      of: sheet,
      ExportScope(
        office: register.office, known: options.known, place: options.place,
        clear: options.isChinese ? "清空" : "(clear)", ofPayList: options.payList != nil))
  }

  private func bindings(of query: SheetQuery) -> Bindings {
    if let list = options.payList { return ["list": .text(list)] }
    // Facts that were copied as known need not be asked for so.
    switch (query.preparation.isEmpty ? options.known : nil, options.place) {
    case (nil, nil): return [:]
    case (let known?, nil): return ["known": .integer(known)]
    case (nil, let place?): return ["place": .integer(place.value)]
    case (let known?, let place?):
      return ["known": .integer(known), "place": .integer(place.value)]
    }
  }
}
