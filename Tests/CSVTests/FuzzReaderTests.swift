import CSV
import Foundation
import Testing

// `SIXPOINT_FUZZ_READER_CASES` (else `SIXPOINT_FUZZ_CASES`) runs more cases than a suite has time for, and
// `SIXPOINT_FUZZ_SEED` others than it runs. A failure names both, and one case is run alone by
// `SIXPOINT_FUZZ_ONLY`.

private func setting(_ name: String) -> Int? {
  ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
}

@Suite("Spoilt files in the reader")
struct FuzzReaderTests {
  private static let cases =
    setting("SIXPOINT_FUZZ_READER_CASES") ?? setting("SIXPOINT_FUZZ_CASES") ?? 3_000
  private static let seed = UInt64(setting("SIXPOINT_FUZZ_SEED") ?? 2011)

  @Test("are read alike whatever the block, lose no byte and name their lines")
  func spoilt() throws {
    var failures = 0
    let numbers = setting("SIXPOINT_FUZZ_ONLY").map { $0..<$0 + 1 } ?? 0..<Self.cases
    for number in numbers where failures < 5 {
      var file = FuzzBytes(seed: Self.seed, number: number)
      let faults = try Self.broken(&file)
      guard !faults.isEmpty else { continue }
      failures += 1
      Issue.record(
        """
        seed \(Self.seed), case \(number): \(faults.joined(separator: "; "))
        \(file.story.joined(separator: ", "))
        \(file.bytes)
        """)
    }
    if setting("SIXPOINT_FUZZ_SEED") != nil || setting("SIXPOINT_FUZZ_READER_CASES") != nil {
      print("reader: \(numbers.count) cases from seed \(Self.seed), \(failures) failures")
    }
  }

  /// What does not hold of a file.
  private static func broken(_ file: inout FuzzBytes) throws -> [String] {
    let bytes = file.bytes
    let form = try file.form()
    let options = file.options()
    let cells = file.expectedCells()
    let walk = FuzzWalk(bytes, form, options, cells: cells)
    var faults = walk.faults
    var whole = options
    whole.blockSize = 1 << 16
    let other = FuzzWalk(bytes, form, whole, cells: cells)
    if other.wholeSteps(beside: walk) != walk.wholeSteps(beside: other) {
      faults.append("another block size reads otherwise")
    }
    if !options.isLenient {
      var lenient = options
      lenient.isLenient = true
      let forgiving = FuzzWalk(bytes, form, lenient, cells: cells)
      let isKept = zip(walk.steps, forgiving.steps).allSatisfy { strict, lenient in
        strict.fault != nil || strict == lenient
      }
      if !isKept || forgiving.steps.count != walk.steps.count {
        faults.append("lenient reading changes a sound record")
      }
    }
    return faults
  }
}

/// One reading to the end, and what was wrong with it.
private struct FuzzWalk {
  struct Step: Equatable {
    var range: Range<Int64>
    var line: Int
    var texts: [String]
    var fault: CSVFault?
  }

  private(set) var steps: [Step] = []

  /// Without the last where either reading gave up on its length: how much of such a record is seen, and
  /// so what is told of it, depends on the block.
  func wholeSteps(beside other: FuzzWalk) -> [Step] {
    let isCut = [steps.last, other.steps.last].contains {
      if case .recordTooLong = $0?.fault?.kind { true } else { false }
    }
    return isCut ? steps.dropLast() : steps
  }

  private(set) var faults: [String] = []
  private let bytes: [UInt8]
  private let form: TextForm

  init(_ bytes: [UInt8], _ form: TextForm, _ options: RecordReader.Options, cells: Int?) {
    self.bytes = bytes
    self.form = form
    var reader = RecordReader(source: ByteSource(bytes: bytes), form: form, options: options)
    reader.expectedCells = cells
    var record = Record()
    var position = Int64(form.hasByteOrderMark ? form.encoding.byteOrderMark.count : 0)
    var line = 1
    while steps.count <= bytes.count {
      do throws(CSVFault) {
        guard try reader.next(into: &record) else {
          if position != bytes.count { faults.append("\(position) of \(bytes.count) bytes read") }
          return
        }
        steps.append(Step(range: record.byteRange, line: record.line, texts: record.texts))
      } catch {
        check(error, from: position)
        if error.endsReading {
          if record.line != line || record.byteRange != position..<position || record.count != 0 {
            faults.append("the unread record stands at \(record.byteRange), line \(record.line)")
          }
          steps.append(Step(range: position..<position, line: line, texts: [], fault: error))
          return
        }
        steps.append(
          Step(range: record.byteRange, line: record.line, texts: record.texts, fault: error))
      }
      check(record, from: &position, line: &line)
      if reader.bytesRead != position { faults.append("bytesRead \(reader.bytesRead)") }
      if record.recordNumber != steps.count { faults.append("record \(record.recordNumber)") }
    }
    faults.append("more records than bytes")
  }

  /// Units of the file, which are two bytes in UTF-16.
  private func units(_ range: Range<Int64>) -> [UInt16] {
    let part = bytes[Int(range.lowerBound)..<Int(range.upperBound)]
    guard form.encoding == .utf16LE || form.encoding == .utf16BE else {
      return part.map(UInt16.init)
    }
    let (high, low) = form.encoding == .utf16BE ? (0, 1) : (1, 0)
    return stride(from: part.startIndex, to: part.endIndex - 1, by: 2).map {
      UInt16(part[$0 + high]) << 8 | UInt16(part[$0 + low])
    }
  }

  private mutating func check(
    _ record: Record, from position: inout Int64, line: inout Int
  ) {
    let range = record.byteRange
    guard range.lowerBound == position, range.upperBound <= bytes.count else {
      faults.append("record at \(range), expected at \(position)")
      return
    }
    if record.line != line { faults.append("line \(record.line), expected \(line)") }
    let inside = units(range)
    line += Self.breaks(inside) + 1
    let width: Int64 = form.encoding == .utf16LE || form.encoding == .utf16BE ? 2 : 1
    position = range.upperBound
    let after = units(position..<min(Int64(bytes.count), position + 2 * width))
    if after.first == 0x0D, after.dropFirst().first == 0x0A {
      position += 2 * width
    } else if after.first == 0x0D || after.first == 0x0A {
      position += width
    } else if position != bytes.count {
      faults.append("no line end behind \(range)")
    }
  }

  /// A fault's line follows from its offset.
  private mutating func check(_ fault: CSVFault, from position: Int64) {
    guard fault.byteOffset >= position, fault.byteOffset <= bytes.count else {
      faults.append("fault at \(fault.byteOffset), record at \(position)")
      return
    }
    if case .ragged = fault.kind { return }
    let mark = Int64(form.hasByteOrderMark ? form.encoding.byteOrderMark.count : 0)
    let line = Self.breaks(units(min(mark, fault.byteOffset)..<fault.byteOffset)) + 1
    if line != fault.line {
      faults.append("fault in line \(fault.line), expected \(line): \(fault)")
    }
    if fault.record != steps.count + 1 { faults.append("fault of record \(fault.record)") }
  }

  private static func breaks(_ units: [UInt16]) -> Int {
    var count = 0
    var previous: UInt16 = 0
    for unit in units {
      if unit == 0x0D || unit == 0x0A && previous != 0x0D { count += 1 }
      previous = unit
    }
    return count
  }
}
