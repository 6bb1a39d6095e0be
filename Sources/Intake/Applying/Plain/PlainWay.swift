/// What a row is asked by itself where the judgements and warnings of its sheet ask all rows at once.
///
/// It needs to know only which rows are sound, and what they are warned of: all others are staged, and judged there.
struct PlainWay: Sendable {
  /// A new fact that begins on or after the day on which what it names is over is warned of. By what is named,
  /// the column of the day on which the fact begins; of a household `FactSheetRules.ends` says it.
  var begins: [(reference: FaultKind.Reference, column: String)] = []
  /// Columns of which one more is the sum, where any of them is given.
  var sum: Sum?

  /// Columns of the table.
  struct Sum: Sendable {
    let added: [String]
    let taken: [String]
    let whole: String
  }
}
