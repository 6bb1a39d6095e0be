import CSV

/// Files that somebody or something has spoilt: a table, then a few mutations of its bytes.
struct FuzzBytes {
  private var dice: Seeded
  private(set) var bytes: [UInt8] = []
  /// What was done, for whoever has to understand a failure.
  private(set) var story: [String] = []

  /// What readers have stumbled over: marks, breaks, quotes, halves of characters, NUL.
  private static let pieces: [[UInt8]] = [
    [0x00], [0x0A], [0x0D], [0x0D, 0x0A], [0x22], [0x22, 0x22], [0x22, 0x0A], [0x2C], [0x3B],
    [0x09], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0x84, 0x31, 0x95, 0x33], [0x81],
    [0x81, 0x30], [0x81, 0x30, 0x81], [0xC3], [0xE7, 0x8E], [0xF0, 0x9F, 0x91], [0xED, 0xA0, 0x80],
    [0xD8, 0x00], [0x00, 0xD8], [0xDC, 0x00], [0xFF], [0xE3, 0x80, 0x80], [0xA1, 0xA1], [0x80],
    [0x22, 0x2C, 0x22], [0x2C, 0x2C, 0x2C, 0x2C], Array(repeating: 0x22, count: 9),
    Array(repeating: 0x61, count: 200),
  ]

  init(seed: UInt64, number: Int) {
    dice = Seeded(state: seed &* 0x1_0000_0001 &+ UInt64(number) << 20)
    bytes = table()
    for _ in 0..<Int.random(in: 0...5, using: &dice) { mutate() }
  }

  private mutating func table() -> [UInt8] {
    let form = RoundTripTests.forms.randomElement(using: &dice) ?? TextForm()
    var options = RecordWriter.Options(form: form)
    options.lineEnd = Bool.random(using: &dice) ? .lf : .crlf
    story.append("\(form.encodingName) \(form.delimiter)")
    return RoundTripTests.written(RoundTripTests.table(&dice), options)
  }

  private mutating func place() -> Int { Int.random(in: 0...bytes.count, using: &dice) }

  private mutating func stretch() -> Range<Int> {
    let lower = place()
    return lower..<min(bytes.count, lower + Int.random(in: 0...12, using: &dice))
  }

  private mutating func mutate() {
    switch Int.random(in: 0...9, using: &dice) {
    case 0 where !bytes.isEmpty:
      let index = Int.random(in: bytes.indices, using: &dice)
      bytes[index] ^= 1 << UInt8.random(in: 0...7, using: &dice)
      story.append("flip \(index)")
    case 1 where !bytes.isEmpty:
      let index = Int.random(in: bytes.indices, using: &dice)
      bytes[index] = UInt8.random(in: 0...255, using: &dice)
      story.append("byte \(index)")
    case 2:
      let range = stretch()
      bytes.removeSubrange(range)
      story.append("delete \(range)")
    case 3:
      let (range, target) = (stretch(), place())
      bytes.insert(contentsOf: Array(bytes[range]), at: target)
      story.append("copy \(range) to \(target)")
    case 4:
      bytes.removeSubrange(place()...)
      story.append("truncate to \(bytes.count)")
    case 5:
      let other = table()
      let (cut, from) = (place(), Int.random(in: 0...other.count, using: &dice))
      bytes = Array(bytes[..<cut]) + other[from...]
      story.append("splice at \(cut)")
    case 6:
      let (old, new) = (turn(), turn())
      bytes = bytes.map { $0 == old ? new : $0 }
      story.append("swap \(old) for \(new)")
    default:
      let piece = FuzzBytes.pieces.randomElement(using: &dice) ?? []
      let target = place()
      bytes.insert(contentsOf: piece, at: target)
      story.append("insert \(piece.prefix(9)) at \(target)")
    }
  }

  /// A byte on which the shape of a table turns.
  private mutating func turn() -> UInt8 {
    [0x22, 0x2C, 0x3B, 0x09, 0x0A, 0x0D, 0x20].randomElement(using: &dice) ?? 0x22
  }

  /// The form the detector finds, or any other: an encoding can be asked for on the command line.
  mutating func form() throws -> TextForm {
    let encoding =
      Int.random(in: 0...3, using: &dice) == 0
      ? TextEncoding.allCases.randomElement(using: &dice) : nil
    return try TextForm.detect(in: ByteSource(bytes: bytes), encoding: encoding)
  }

  mutating func options() -> RecordReader.Options {
    var options = RecordReader.Options()
    options.blockSize = blockSizes.randomElement(using: &dice) ?? 64
    options.isLenient = Bool.random(using: &dice)
    if Int.random(in: 0...7, using: &dice) == 0 {
      options.recordLimit = Int.random(in: 0...64, using: &dice)
    }
    return options
  }

  mutating func expectedCells() -> Int? {
    Bool.random(using: &dice) ? nil : Int.random(in: 1...5, using: &dice)
  }
}
