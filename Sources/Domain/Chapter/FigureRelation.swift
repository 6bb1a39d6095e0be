/// A relation that printed figures of a year's chapter should keep, within the digits printed.
package struct FigureRelation: Sendable, Equatable {
  package enum Kind: String, Sendable {
    /// The operands together.
    case sum
    /// The first in percent of the second.
    case percent
    /// The first divided by the second.
    case quotient
    /// The operand itself, printed a second time.
    case same
  }

  /// A figure of the chapter: a programme's indicator by its English name.
  package struct Operand: Sendable, Hashable {
    package let programme: String
    package let name: String
    /// The planned figure; else the actual one.
    package let isPlanned: Bool

    package init(_ programme: String, _ name: String, planned: Bool = false) {
      self.programme = programme
      self.name = name
      isPlanned = planned
    }
  }

  package let subject: Operand
  package let kind: Kind
  package let operands: [Operand]
  /// What one unit of the last digit printed is worth.
  package let printedTo: ChapterFigure

  package init(
    _ subject: Operand, _ kind: Kind, of operands: [Operand], printedTo: ChapterFigure
  ) {
    self.subject = subject
    self.kind = kind
    self.operands = operands
    self.printedTo = printedTo
  }

  /// What the subject should be; nil where an operand is not known.
  package func computed(_ figure: (Operand) -> ChapterFigure?) -> ChapterFigure? {
    var known: [ChapterFigure] = []
    for operand in operands {
      guard let figure = figure(operand) else { return nil }
      known.append(figure)
    }
    guard let first = known.first else { return nil }
    switch kind {
    case .sum: return known.dropFirst().reduce(first) { $0 + $1 }
    case .same: return first
    case .quotient: return known.count == 2 ? first.divided(by: known[1]) : nil
    case .percent: return known.count == 2 ? first.divided(by: known[1], times: 100) : nil
    }
  }

  /// Whether a stated figure is the computed one within the digits printed.
  package func holds(stated: ChapterFigure, computed: ChapterFigure) -> Bool {
    stated == computed || computed.rounded(to: printedTo) == stated
  }
}

/// An average that the chapter does not print, or prints only in its remarks: one figure over another.
package struct DerivedAverage: Sendable, Equatable {
  package let programme: String
  package let nameEnglish: String
  package let nameChinese: String
  package let unit: String
  package let over: FigureRelation.Operand
  package let by: FigureRelation.Operand
  /// 100 for a percentage, else 1.
  package let factor: Int

  package init(
    _ programme: String, _ english: String, _ chinese: String, _ unit: String,
    _ over: FigureRelation.Operand, by: FigureRelation.Operand, factor: Int = 1
  ) {
    self.programme = programme
    nameEnglish = english
    nameChinese = chinese
    self.unit = unit
    self.over = over
    self.by = by
    self.factor = factor
  }
}
