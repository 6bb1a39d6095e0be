import SQLite

/// An entry being written: its number, and which tables it has touched.
///
/// Facts are added with `entered` = `number` and withdrawn by setting `withdrawn` = `number`; nothing
/// else marks them.
package struct OpenEntry: ~Copyable {
  package let number: Int64
}

/// The rows an entry added to one table.
struct EntryPart: Sendable {
  let table: FactTable
  let firstID: Int64
  let lastID: Int64

  var count: Int64 { lastID - firstID + 1 }
}
