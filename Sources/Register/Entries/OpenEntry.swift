import SQLite

/// An entry being written: its number, and which tables it has touched.
///
/// Facts are added with `entered` = `number` and withdrawn by setting `withdrawn` = `number`; nothing
/// else marks them.
package struct OpenEntry: ~Copyable {
  package let number: Int64
  let loaded = LoadedParts()
}

/// What the body of a write wants of its entry, with the answer that it has made either way.
package enum EntryDecision<Answer> {
  case keep(Answer)
  /// The entry is not to be made: the register stays as it was.
  case abandon(Answer)
}

/// The rows an entry added to one table.
struct EntryPart: Sendable {
  let table: FactTable
  let firstID: Int64
  let lastID: Int64

  var count: Int64 { lastID - firstID + 1 }
}

/// What was worked out while the entry was written and need not be asked again: of rows that were loaded, the
/// digests of leaves by table, figures, and who may have exceptions.
final class LoadedParts {
  /// What the entry had changed when it was judged last: all it changed, as long as it stays judged.
  var judged: EntryChanges?
  /// Nil where the kept figures are to be moved as after any entry.
  var figures: LoadedFigures?
  /// Nil where the kept lists are to be moved as after any entry.
  var candidates: LoadedCandidates?
  private var parts: [Int64: (part: EntryPart, leaves: SHA256Digest)] = [:]

  func note(_ part: EntryPart, _ leaves: SHA256Digest) { parts[part.table.number] = (part, leaves) }

  /// Nil where the table's rows are not just those that were loaded.
  func leaves(of part: EntryPart) -> SHA256Digest? {
    guard let known = parts[part.table.number], known.part.firstID == part.firstID,
      known.part.lastID == part.lastID
    else { return nil }
    return known.leaves
  }
}
