import Domain
import Intake

// A batch that was not sent yet is at fault in each of its three hundred rows, and all of them are mended by
// one file. So faults that one cause brings about are reported once, at the first line, with all lines.

/// A fault of a file with every line it is at.
package struct FaultCause: Sendable, Equatable {
  /// At the first line.
  package let fault: Fault
  /// Rising; the first is the fault's own.
  package private(set) var lines: [Int]
  /// The places of another county's rows, each once, as many as a message names.
  private(set) var places: [FaultKind.PlaceNames]

  fileprivate init(_ fault: Fault) {
    self.fault = fault
    lines = [fault.line]
    places = []
    notePlace(of: fault)
  }

  fileprivate mutating func add(_ fault: Fault) {
    if lines.last != fault.line { lines.append(fault.line) }
    notePlace(of: fault)
  }

  private mutating func notePlace(of fault: Fault) {
    guard case .outsideOffice(_, _, let place?) = fault.kind, places.count <= mostPlaces,
      !places.contains(place)
    else { return }
    places.append(place)
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

  /// What several faults have in common that are of one cause.
  private enum Key: Hashable {
    case unknown(FaultKind.Reference, column: String?, value: String)
    case noneYet(FaultKind.Reference)
    case noneOfCounty(Int64, column: String?)
    case villageNotYet(String)
    case destroyed(column: String?)
    case county(Int64, column: String?)
  }

  /// - Parameters:
  ///   - faults: in the order of lines.
  ///   - most: how many causes are kept, with all their lines; the others are only counted.
  package init(_ faults: some Sequence<Fault>, most: Int = Int.max) {
    var places: [Key: Int] = [:]
    for fault in faults {
      guard let key = FaultCauses.key(of: fault) else {
        append(fault, most)
        continue
      }
      if let place = places[key] {
        if place < told.count { told[place].add(fault) }
      } else {
        places[key] = total
        append(fault, most)
      }
    }
  }

  private mutating func append(_ fault: Fault, _ most: Int) {
    if told.count < most { told.append(FaultCause(fault)) }
    total += 1
  }

  /// Nil for a fault that is a cause of its own.
  private static func key(of fault: Fault) -> Key? {
    switch fault.kind {
    case .unknown(let reference, _):
      fault.value.map {
        .unknown(reference, column: fault.column, value: $0)
      }
    case .noneYet(let reference): .noneYet(reference)
    case .noneOfCounty(let county): .noneOfCounty(county, column: fault.column)
    case .notice(.villageNotYet): fault.value.map { .villageNotYet($0) }
    case .cell(.spreadsheetNumber, _): .destroyed(column: fault.column)
    case .outsideOffice(let region, _, _):
      RegionCode(region)?.county.map { .county($0.value, column: fault.column) }
    default: nil
    }
  }
}
