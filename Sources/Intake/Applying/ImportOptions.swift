import Domain

/// How a file is to be imported.
package struct ImportOptions: Sendable {
  /// Judge everything, write nothing.
  package var isCheck = false
  /// Write the sound rows of a file with faults.
  package var acceptsValid = false
  /// Whether a row may correct the standing fact of its key; else it is refused where its values differ.
  package var corrects = true
  /// Whether rows are only compared with what stands: of a household that does, what it does not have yet is
  /// refused too. With `corrects` off.
  package var onlyCompares = false
  /// The day on which the roster is the whole county: whom it does not name leaves on it. Never with faults.
  package var completeOn: CalendarDate?
  package var reason: String?
  /// The month that the sheets are sent for; nil is the one before today.
  package var reportMonth: YearMonth?
  /// The day for which the receipt says what the entry changes; nil where nobody asks.
  package var effectDay: CalendarDate?
  /// The day of the act, which may lie in a closed month; nil for a file.
  package var actDay: CalendarDate?
  /// The one county the file may speak of; nil: what the office's register takes.
  package var county: RegionCode?
  /// Whether rows outside `county` are taken, on a province's register.
  package var takesOutside = false
  /// Whether numbers of more than fifteen digits that all end in zeros are so, as the reason says.
  package var takesDigits = false
  /// Whether the receipt counts by township.
  package var tellsTownships = false
  /// Whether households of a roster that are as they stand are left out of what is judged; the answer is the same.
  package var leavesUnchanged = true
  /// The lists by which numbers are read.
  package var codes = CodeChoice()
  /// How the rows of a file are judged.
  package var way = Way.asItPays
  /// Today in Asia/Shanghai; days after it are the future.
  package var today: CalendarDate

  /// Rows are judged one by one as they are read, or all together once they are staged. The answer is the same.
  package enum Way: Sendable {
    /// One by one where there are many.
    case asItPays
    /// One by one, as long as nothing is to be said of any. All that rows may name is read first.
    case plain
    /// The same, but only what lies between the numbers in the file is read first.
    case plainNamed
    case staged
  }

  package init(today: CalendarDate) { self.today = today }

  /// The place that the file's regions must lie in, or enclose, in a register of `office`.
  func boundary(of office: RegionCode) -> RegionCode { takesOutside ? office : county ?? office }
}
