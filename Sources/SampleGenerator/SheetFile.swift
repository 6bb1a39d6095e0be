/// One sheet on its way to disk, a cell at a time; never more than a block is held in memory.
final class SheetFile {
  let language: Language
  private(set) var rows = 0
  private let width: Int
  private var cells = 0
  private var block: [UInt8] = []
  private let output: OutputFile

  private static let blockSize = 1 << 16

  init(_ sheet: Sheet, in folder: String, language: Language) throws(OutputFault) {
    self.language = language
    output = try OutputFile(path: "\(folder)/\(sheet.fileName).csv")
    block.reserveCapacity(SheetFile.blockSize + 4096)
    let columns = sheet.columns(in: language)
    width = columns.count
    for column in columns { text(column) }
    try endRow()
    rows = 0
  }

  func blank(_ count: Int = 1) {
    for _ in 0..<count { beginCell() }
  }

  /// Quoted where a comma, a quote or a line break asks for it.
  func text(_ value: String) {
    beginCell()
    let isPlain = value.utf8.allSatisfy {
      $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\n")
    }
    guard !isPlain else {
      block.append(contentsOf: value.utf8)
      return
    }
    block.append(UInt8(ascii: "\""))
    for byte in value.utf8 {
      if byte == UInt8(ascii: "\"") { block.append(byte) }
      block.append(byte)
    }
    block.append(UInt8(ascii: "\""))
  }

  func term(_ value: Term?) {
    guard let value else { return blank() }
    text(words(value))
  }

  func words(_ value: Term) -> String {
    (language == .chinese ? value.chinese : value.english).description
  }

  func number(_ value: Int) {
    beginCell()
    digits(value)
  }

  /// Yuan with two decimals.
  func money(fen: Int) {
    beginCell()
    if fen < 0 { block.append(UInt8(ascii: "-")) }
    digits(abs(fen) / 100)
    block.append(UInt8(ascii: "."))
    padded(abs(fen) % 100, to: 2)
  }

  func day(_ value: Day?) {
    beginCell()
    guard let parts = value?.parts else { return }
    padded(parts.year, to: 4)
    block.append(UInt8(ascii: "-"))
    padded(parts.month, to: 2)
    block.append(UInt8(ascii: "-"))
    padded(parts.day, to: 2)
  }

  /// `prefix` and a serial number of at least `places` digits.
  func key(_ prefix: String, _ serial: Int, places: Int) {
    beginCell()
    block.append(contentsOf: prefix.utf8)
    padded(serial, to: places)
  }

  func endRow() throws(OutputFault) {
    precondition(cells == width, "a row has a cell for every column")
    block.append(UInt8(ascii: "\n"))
    cells = 0
    rows += 1
    if block.count >= SheetFile.blockSize { try flush() }
  }

  func close() throws(OutputFault) {
    try flush()
    try output.close()
  }

  private func flush() throws(OutputFault) {
    try output.write(block)
    block.removeAll(keepingCapacity: true)
  }

  private func beginCell() {
    if cells > 0 { block.append(UInt8(ascii: ",")) }
    cells += 1
  }

  private func digits(_ value: Int) {
    var divisor = 1
    while value / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      block.append(UInt8(ascii: "0") + UInt8(value / divisor % 10))
      divisor /= 10
    }
  }

  private func padded(_ value: Int, to places: Int) {
    var limit = 1
    for _ in 1..<places { limit *= 10 }
    while limit > 1, value < limit {
      block.append(UInt8(ascii: "0"))
      limit /= 10
    }
    digits(value)
  }
}
