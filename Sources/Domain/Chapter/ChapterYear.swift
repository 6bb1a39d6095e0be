/// What a year's chapter should keep and what can be derived of it: data of the year, not rules of the program.
package struct ChapterYear: Sendable {
  package let relations: [FigureRelation]
  package let averages: [DerivedAverage]

  /// Nil where nothing is known of the year.
  package static func of(_ year: Int) -> ChapterYear? { year == 2011 ? .year2011 : nil }
}

extension ChapterYear {
  private typealias Operand = FigureRelation.Operand

  private static func actual(_ programme: String, _ name: String) -> Operand {
    Operand(programme, name)
  }

  private static func relation(
    _ programme: String, _ name: String, _ kind: FigureRelation.Kind, _ operands: [Operand],
    printedTo: String
  ) -> FigureRelation {
    FigureRelation(
      Operand(programme, name), kind, of: operands,
      printedTo: ChapterFigure(printedTo) ?? ChapterFigure(1))
  }

  /// Source: the chapter on poverty alleviation of Hunan's yearbook for 2011, as its figures were gathered for
  /// this project (`relations_2011.csv` beside `indicators_2011.csv`): which printed figures are sums, percents or
  /// quotients of others, and to which digit they are printed. What does not hold there is the chapter's own
  /// and is told, not corrected.
  private static let year2011 = ChapterYear(
    relations: [
      relation(
        "investment", "Financial anti-poverty funds, total", .sum,
        [
          actual("investment", "of which central government"),
          actual("investment", "of which provincial government"),
        ], printedTo: "1000000"),
      relation(
        "policy_support", "Counties with key support", .sum,
        [
          actual("policy_support", "Counties in contiguous poor areas"),
          actual("policy_support", "Other nationally supported key counties"),
        ], printedTo: "1"),
      relation(
        "two_systems", "Completion rate as printed", .percent,
        [
          actual("two_systems", "Poor people supported"),
          Operand("two_systems", "Poor people supported", planned: true),
        ], printedTo: "0.1"),
      relation(
        "rain_plan", "Completion rate as printed", .percent,
        [
          actual("rain_plan", "Children/trainees completing vocational education"),
          Operand(
            "rain_plan", "Children/trainees completing vocational education", planned: true),
        ], printedTo: "1"),
      relation(
        "entire_village", "Average investment per village", .quotient,
        [
          actual("entire_village", "Funds invested in entire-village advancement"),
          actual("entire_village", "National villages in entire-village advancement"),
        ], printedTo: "10000"),
      relation(
        "entire_village", "Average central funds per village", .quotient,
        [
          actual("entire_village", "of which central funds"),
          actual("entire_village", "National villages in entire-village advancement"),
        ], printedTo: "1000"),
      relation(
        "overview", "Technical (skills) training", .sum,
        [
          actual("rain_plan", "Children/trainees completing vocational education"),
          actual("rain_plan", "Short-term skills training"),
        ], printedTo: "1000"),
      relation(
        "overview", "Practical technical training", .same,
        [actual("rain_plan", "Practical technical training")], printedTo: "1"),
      relation(
        "organization", "Leaders whose positions were adjusted", .sum,
        [
          "- invited", "- publicly elected", "- division heads exchanged",
          "- organ party secretary", "- deputy director of training center",
          "- deputy directors of foundation",
        ].map { actual("organization", $0) }, printedTo: "1"),
      relation(
        "organization", "Demobilised cadres accepted", .sum,
        ["- to training center", "- to political department", "- retired"].map {
          actual("organization", $0)
        }, printedTo: "1"),
    ], averages: averages2011)
}
