import CSV
import Testing

/// Numbers that are the same on every run.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

@Suite struct RoundTripTests {
  /// What goes wrong most easily, and what goes wrong in one encoding only.
  static let pieces = [
    "", "", "a", " ", "1234567", "12345678", "123456789", ",", ";", "\t", "\"", "\"\"", "\n", "\r",
    "\r\n", "'", "=1", "王", "凤凰县", "·", "é", "ḿ", "\u{20087}", "𠮷", "\u{4DAE}", "\u{E000}",
    "\u{E765}", "\u{FEFF}", "\u{3000}", "\u{FFFF}", "\u{10FFFF}", "\u{FE10}", "龴", "\u{A5}", "€",
    "全角，；", "x\"y", "\u{1}", "\u{7F}", "\u{80}", "\u{2028}", "👨‍👩‍👧",
  ]

  static func table(_ random: inout Seeded) -> [[String]] {
    (0..<Int.random(in: 1...6, using: &random)).map { _ in
      (0..<Int.random(in: 1...5, using: &random)).map { _ in
        (0..<Int.random(in: 0...4, using: &random)).map { _ in
          pieces.randomElement(using: &random) ?? ""
        }.joined()
      }
    }
  }

  static func written(_ table: [[String]], _ options: RecordWriter.Options) -> [UInt8] {
    var writer = RecordWriter(options: options)
    var bytes: [UInt8] = []
    for row in table {
      writer.write(row)
      writer.drain { part in part.withUnsafeBufferPointer { bytes += $0 } }
    }
    return bytes
  }

  static let forms: [TextForm] = TextEncoding.allCases.flatMap { encoding in
    [true, false].flatMap { marked in
      ",\t;".utf8.map {
        TextForm(encoding: encoding, hasByteOrderMark: marked, delimiter: $0)
      }
    }
  }

  /// Other tables for each form.
  static func number(of form: TextForm) -> UInt64 { UInt64(forms.firstIndex(of: form) ?? 0) << 32 }

  @Test("a table comes back as it was written, wherever a block ends", arguments: forms)
  func tables(form: TextForm) {
    var random = Seeded(state: 2011 &+ Self.number(of: form))
    for _ in 0..<6 {
      let table = Self.table(&random)
      for lineEnd in RecordWriter.LineEnd.allCases {
        var options = RecordWriter.Options(form: form)
        options.lineEnd = lineEnd
        let bytes = Self.written(table, options)
        for blockSize in blockSizes {
          let reading = Reading(bytes, form: form, blockSize: blockSize)
          #expect(reading.faults.isEmpty)
          #expect(reading.rows == table, "\(blockSize) \(bytes)")
        }
      }
    }
  }

  @Test("a record's own bytes and each cell's place are told exactly", arguments: forms)
  func places(form: TextForm) throws {
    var random = Seeded(state: 433123 &+ Self.number(of: form))
    for _ in 0..<6 {
      let table = Self.table(&random)
      let bytes = Self.written(table, RecordWriter.Options(form: form))
      let source = ByteSource(bytes: bytes)
      var options = RecordReader.Options()
      options.blockSize = Int.random(in: 1...40, using: &random)
      var reader = RecordReader(source: source, form: form, options: options)
      var record = Record()
      var line = 1
      for row in table {
        #expect(try reader.next(into: &record))
        #expect(record.line == line)
        let own = try source.bytes(in: record.byteRange)
        var plain = form
        plain.hasByteOrderMark = false
        #expect(Reading(own, form: plain).rows == [row])
        var place = Place(line: line, column: 1)
        for (index, cell) in row.enumerated() {
          #expect(record.place(ofCell: index) == place)
          let raw = record.wasQuoted(index) ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
          Self.move(&place, over: raw)
          place.column += 1
        }
        line = place.line + 1
      }
      #expect(try !reader.next(into: &record))
    }
  }

  /// Character by character, as an editor counts.
  static func move(_ place: inout Place, over text: String) {
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r": place = Place(line: place.line + 1, column: 1)
      default: place.column += 1
      }
      previous = scalar
    }
  }
}
