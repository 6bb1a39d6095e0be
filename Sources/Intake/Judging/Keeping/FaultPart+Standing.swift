import Domain

// What stands in the way of a row.

extension StandingMoney: FaultPart {
  func write(to parts: inout PartsWriter) {
    parts.put(number, isPayment ? 1 : 0, on, isCancelled ? 1 : 0)
  }

  static func read(_ parts: inout PartsReader) -> StandingMoney {
    StandingMoney(
      number: parts.next(), isPayment: Int.read(&parts) == 1, on: parts.next(),
      isCancelled: Int.read(&parts) == 1)
  }
}

extension StandingValue: FaultPart {
  func write(to parts: inout PartsWriter) { parts.put(column, value) }

  static func read(_ parts: inout PartsReader) -> StandingValue {
    StandingValue(column: parts.next(), value: parts.next())
  }
}

extension StandingStep: FaultPart {
  func write(to parts: inout PartsWriter) {
    parts.put(project, step, on, entry, isOrder ? 1 : 0)
  }

  static func read(_ parts: inout PartsReader) -> StandingStep {
    StandingStep(
      project: parts.next(), step: parts.next(), on: parts.next(), entry: parts.next(),
      isOrder: Int.read(&parts) == 1)
  }
}
