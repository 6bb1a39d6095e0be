/// Why a source of bytes could not be opened or read. The numbers are `errno`.
package enum SourceFault: Error, Equatable, Sendable {
  case cannotOpen(errno: Int32)
  /// The path names a folder.
  case isDirectory
  /// The path names a device that gives bytes without end, such as `/dev/zero`, or a disk.
  case isDevice
  case cannotRead(errno: Int32)
  /// The copy that lets a pipe be read twice could not be written (`ENOSPC` and its like), or would
  /// have filled the disk.
  case cannotSpool(errno: Int32)
  /// A pipe gave more bytes than are copied.
  case streamTooLong(limit: Int64)
  /// The caller's `isInterrupted` said so while a pipe was copied.
  case interrupted
}

/// One thing wrong with a CSV file, and where.
package struct CSVFault: Error, Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    /// A quote inside an unquoted cell; the place is the quote's.
    case strayQuote
    /// Something other than a delimiter or a line end after a closing quote; the place is its own.
    case textAfterQuote
    /// A quoted cell that the file ends in; the place is the opening quote's.
    case unclosedQuote
    case nul
    /// Bytes that are no text in the encoding; the place is the first byte of the sequence.
    case invalidBytes(TextEncoding)
    /// The place is the first cell too many, or the end of the row where cells are missing.
    case ragged(expected: Int, found: Int)
    /// A record beyond the reader's bound in bytes. The place is the suspect's; without one it is
    /// where the record begins.
    case recordTooLong(limit: Int, suspect: Suspect)
    /// A record of more cells than the reader keeps; the place is the first beyond them.
    case tooManyCells(limit: Int)
    case source(SourceFault)
  }

  /// What most likely made a record too long: the first of these in it.
  package enum Suspect: Equatable, Sendable {
    case none
    /// A quote that is still open.
    case openQuote
    /// A NUL: the file is no text.
    case nul
  }

  package var kind: Kind
  /// 1 for the first record of the file, the header and blank lines counted.
  package var record: Int
  /// The physical line, 1-based; line breaks inside quotes count.
  package var line: Int
  /// In characters (Unicode scalars), 1-based; a byte order mark is no character.
  package var column: Int
  /// In the file's own bytes, 0-based.
  package var byteOffset: Int64

  package init(kind: Kind, record: Int, line: Int, column: Int, byteOffset: Int64) {
    self.kind = kind
    self.record = record
    self.line = line
    self.column = column
    self.byteOffset = byteOffset
  }

  /// True where the reader cannot go on to the next record: asked again it throws this again.
  package var endsReading: Bool {
    switch kind {
    case .unclosedQuote, .recordTooLong, .tooManyCells, .source: true
    case .invalidBytes(let encoding): encoding.isUTF16
    case .strayQuote, .textAfterQuote, .nul, .ragged: false
    }
  }
}
