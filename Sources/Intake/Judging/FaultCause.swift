import CSV
import Domain
import SQLite

// A batch that was not sent yet is at fault in each of its three hundred rows, and all of them are mended by
// one file. So faults that one cause brings about are reported once, at the first line, with all lines.

/// A fault of a file with every line it is at.
package struct FaultCause: Sendable, Equatable {
  /// At the first line.
  package fileprivate(set) var fault: Fault
  /// Rising; the first is the fault's own.
  package private(set) var lines: [Int]
  /// The places of another county's rows, each once, as many as a message names.
  package private(set) var places: [FaultKind.PlaceNames] = []
  /// The kinds of things of which the register has none of the county, each once.
  package private(set) var lacking: [FaultKind.Reference] = []

  fileprivate init(_ fault: Fault) {
    self.fault = fault
    lines = [fault.line]
    noteCounty(of: fault)
  }

  fileprivate mutating func add(_ fault: Fault) {
    if lines.last != fault.line { lines.append(fault.line) }
    noteCounty(of: fault)
  }

  private mutating func noteCounty(of other: Fault) {
    switch other.kind {
    case .outsideOffice(_, _, let place):
      // What lies outside the office never gets into the register, so nothing is to be sent first.
      if case .noneOfCounty = fault.kind {
        fault = Fault(
          line: fault.line, column: fault.column, value: fault.value, other.kind)
      }
      guard let place, places.count <= mostPlaces, !places.contains(place) else { return }
      places.append(place)
    case .noneOfCounty(let reference, _):
      if !lacking.contains(reference) { lacking.append(reference) }
    default: return
    }
  }

  /// As many as `FaultWording.listed` shows.
  private var mostPlaces: Int { 12 }
}

/// The causes of a file's faults, in the order of their first lines.
package struct FaultCauses: Sendable {
  /// At most as many as were asked for.
  package private(set) var told: [FaultCause] = []
  /// How many there are.
  package private(set) var total = 0
  /// Where a cause of several faults stands among those told, or `total` at its first.
  private var places: [String: Int] = [:]

  /// More causes of one file are counted, not told.
  package static let mostTold = 10_000

  /// - Parameters:
  ///   - faults: in the order of lines.
  ///   - most: how many causes are kept, with all their lines; the others are only counted.
  package init(_ faults: some Sequence<Fault>, most: Int = Int.max) {
    for fault in faults { take(fault, most) }
    places = [:]
  }

  /// Of so many faults that the causes are counted where they are kept.
  init(_ reader: FaultReader, most: Int, total: Int) throws(SQLiteFailure) {
    while let fault = try reader.next() {
      // A cause beyond those told needs no place.
      if told.count == most, fault.cause.map({ places[$0] == nil }) ?? true { continue }
      take(fault, most)
    }
    self.total = total
    places = [:]
  }

  /// The first of them.
  package func first(_ most: Int) -> FaultCauses {
    var causes = self
    causes.told = Array(told.prefix(most))
    return causes
  }

  /// Puts others in the place of the first faults of the causes told.
  mutating func replaceFaults(by change: ([Fault]) -> [Fault]) {
    for (index, fault) in change(told.map(\.fault)).enumerated() { told[index].fault = fault }
  }

  private mutating func take(_ fault: Fault, _ most: Int) {
    if let cause = fault.cause {
      if let place = places[cause] {
        if place < told.count { told[place].add(fault) }
        return
      }
      places[cause] = total
    }
    if told.count < most { told.append(FaultCause(fault)) }
    total += 1
  }
}

extension Fault {
  /// What faults have in common that are of one cause; nil for one that is a cause of its own.
  var cause: String? {
    switch kind {
    case .unknown(let reference, _):
      value.map { "unknown \(reference.rawValue) \(column ?? "") \($0)" }
    case .noneYet(let reference): "none \(reference.rawValue)"
    case .noneOfCounty(let reference, let county):
      // What a county sends of its own is lacking together; batches are the province's.
      switch reference {
      case .household, .staff, .project, .region: "county \(county)"
      default: "none of \(county) \(reference.rawValue) \(column ?? "")"
      }
    // Rows that end too early do so because the program that saved them left their last cells out; rows that
    // are too long by as much have the same delimiter in the same cell.
    case .cellsMissing(_, let found, let expected): "lacking \(found) of \(expected)"
    case .unreadable(let fault):
      if case .ragged(let expected, let found) = fault.kind {
        "ragged \(found) of \(expected)"
      } else {
        nil
      }
    case .notice(.staffLeft(let staff, _, _)): "left \(staff)"
    case .notice(.projectOver(let project, let step, _, _)): "\(step.name) \(project)"
    case .notice(.beforeDraw(let inspection, _)): "before draw \(inspection)"
    case .notice(.beyondInstalments(let money, let rule, _, _)):
      "beyond \(rule) \(money.project ?? "")"
    case .notice(.onPayList(_, let list, _)): "on list \(list)"
    case .notice(.doubledAccount(_, let household, _)): "account of \(household)"
    case .notice(.sharedAccount(_, let household)): "account of a member of \(household)"
    case .notice(.villageNotYet): value.map { "village \($0)" }
    case .cell(.spreadsheetNumber, _): "destroyed \(column ?? "")"
    case .outsideOffice(let region, _, _):
      RegionCode(region)?.county.map { "county \($0.value)" }
    default: nil
    }
  }
}
