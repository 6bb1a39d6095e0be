extension Record {
  /// A record of cells that no file holds.
  package init(_ cells: [String], line: Int) {
    self.init()
    self.line = line
    recordNumber = line
    for text in cells {
      var cell = Cell()
      cell.start = Int32(bytes.count)
      bytes += text.utf8
      cell.end = Int32(bytes.count)
      self.cells.append(cell)
    }
    count = cells.count
  }
}
