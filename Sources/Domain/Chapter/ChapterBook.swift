/// The figures of a year's chapter as they were sent, to be held against what they should keep.
package struct ChapterBook: Sendable {
  /// One indicator of a programme.
  package struct Row: Sendable {
    /// As `ChapterProgramme` names it where it is one of its programmes.
    package let programme: String
    package let nameEnglish: String
    /// Nil where it is not one region's.
    package let region: RegionCode?
    /// As written; nil where not given.
    package let planned: String?
    package let actual: String?

    package init(
      programme: String, nameEnglish: String, region: RegionCode?, planned: String?,
      actual: String?
    ) {
      self.programme = ChapterProgramme.named(programme)?.rawValue ?? programme
      self.nameEnglish = nameEnglish
      self.region = region
      self.planned = planned
      self.actual = actual
    }
  }

  /// A figure that is not what others make of it.
  package struct Breach: Sendable {
    /// Where the stated figure is among the rows.
    package let place: Int
    package let relation: FigureRelation
    package let stated: ChapterFigure
    package let computed: ChapterFigure

    /// `computed` minus `stated`.
    package var difference: ChapterFigure { computed - stated }
  }

  package let rows: [Row]
  private let office: RegionCode?

  /// - Parameter office: whose own figures are meant where several regions have sent one.
  package init(_ rows: [Row], of office: RegionCode?) {
    self.rows = rows
    self.office = office
  }

  /// The row of a figure: the office's own, else one of no region, else the only one.
  package func place(of operand: FigureRelation.Operand) -> Int? {
    let found = rows.indices.filter {
      rows[$0].programme == operand.programme && rows[$0].nameEnglish == operand.name
    }
    return found.first { rows[$0].region != nil && rows[$0].region == office }
      ?? found.first { rows[$0].region == nil } ?? (found.count == 1 ? found.first : nil)
  }

  /// Nil where it was not sent, or is no number.
  package func figure(_ operand: FigureRelation.Operand) -> ChapterFigure? {
    guard let place = place(of: operand) else { return nil }
    return (operand.isPlanned ? rows[place].planned : rows[place].actual).flatMap {
      ChapterFigure($0)
    }
  }

  /// The year's relations that do not hold, in its order; those of which a figure is missing are not asked.
  package func breaches(of year: ChapterYear) -> [Breach] {
    year.relations.compactMap { relation in
      guard let place = place(of: relation.subject), let stated = figure(relation.subject),
        let computed = relation.computed(figure),
        !relation.holds(stated: stated, computed: computed)
      else { return nil }
      return Breach(place: place, relation: relation, stated: stated, computed: computed)
    }
  }
}
