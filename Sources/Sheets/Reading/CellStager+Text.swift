import Domain
import Intake

extension CellStager {
  mutating func stageText(
    _ cell: Span<UInt8>, as kind: ColumnKind, at slot: Int,
    into sink: inout some CellSink & ~Copyable
  ) throws(CellFault) {
    if refusesIDs, PersonalNumbers.holdsValidID(cell) { throw .residentIDInName }
    switch kind {
    case .identifier: try stageKey(cell, KeyFolding.fold, at: slot, into: &sink)
    case .personName:
      if NameFolding.isFolded(cell) {
        try keep(cell, at: slot, into: &sink)
      } else {
        notes.note(.name, column, line)
        try keep(NameFolding.fold(cell), at: slot, into: &sink)
      }
    case .phone, .account:
      guard !CellText.isMissingWord(cell) else { return sink.setNull(slot) }
      if CellText.isMasked(cell) { throw .masked }
      try stageKey(
        cell, kind == .phone ? KeyFolding.foldPhone : KeyFolding.fold, at: slot, into: &sink)
    case .fund:
      guard let fund = Fund.read(cell) else { throw .missing }
      try keep(fund.name, at: slot, into: &sink)
    case .figure:
      try keep(IndicatorUnit.number(cell), orAsWritten: cell, at: slot, into: &sink)
    case .unit:
      try keep(MeasureUnit.stored(ofSheet: cell), orAsWritten: cell, at: slot, into: &sink)
    case .labelled(let list):
      let label = label(cell, list)
      try keep(label, at: slot, into: &sink)
    default: try keep(cell.extracting(CellText.text(cell)), at: slot, into: &sink)
    }
  }

  private mutating func stageKey(
    _ cell: Span<UInt8>, _ fold: (Span<UInt8>) throws(CellFault) -> KeyFolding.Folded,
    at slot: Int, into sink: inout some CellSink & ~Copyable
  ) throws(CellFault) {
    if CellText.isSpreadsheetNumber(cell) { throw .spreadsheetNumber }
    if KeyFolding.isFolded(cell) {
      digits?.see(cell, column, line)
      return try keep(cell, at: slot, into: &sink)
    }
    let folded = try fold(cell)
    if folded.wasTidied { notes.note(.tidied, column, line) }
    let bytes = Array(folded.text.utf8)
    digits?.see(bytes.span, column, line)
    try keep(bytes.span, at: slot, into: &sink)
  }

  /// Gives the sink a folded text that is not too long for its column.
  private func keep(
    _ text: Span<UInt8>, at slot: Int, into sink: inout some CellSink & ~Copyable
  ) throws(CellFault) {
    // No character takes less than a byte.
    if let longest, text.count > longest {
      var characters = 0
      for place in text.indices where text[place] & 0xC0 != 0x80 { characters += 1 }
      if characters > longest { throw .tooLong(limit: longest) }
    }
    sink.set(slot, text: text)
  }

  private func keep(
    _ text: String?, orAsWritten cell: Span<UInt8>, at slot: Int,
    into sink: inout some CellSink & ~Copyable
  ) throws(CellFault) {
    if let text { return try keep(text, at: slot, into: &sink) }
    try keep(cell.extracting(CellText.text(cell)), at: slot, into: &sink)
  }

  private func keep(
    _ text: String, at slot: Int, into sink: inout some CellSink & ~Copyable
  ) throws(CellFault) {
    let bytes = Array(text.utf8)
    try keep(bytes.span, at: slot, into: &sink)
  }

  mutating func label(_ cell: Span<UInt8>, _ labels: ColumnKind.LabelList) -> String {
    let list = list(labels)
    guard let code = list.read(cell), let label = list.label(code) else {
      return CellText.string(cell)
    }
    if CodeList.number(cell) != nil { notes.note(.numbered, column, line) }
    return label
  }

  func list(_ labels: ColumnKind.LabelList) -> CodeList {
    switch labels {
    case .education: .education
    case .health: .health
    case .labour: .labour
    case .cause: codes.cause
    }
  }
}
