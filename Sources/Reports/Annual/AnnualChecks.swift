import Domain

/// Puts the chapter's rows in order, derives averages, and finds what does not add up.
struct AnnualChecks {
  private(set) var rows: [AnnualReport.Row] = []
  private(set) var contradictions: [AnnualReport.Contradiction] = []
  private let office: ReportedPlace

  init(
    _ indicators: [AnnualReport.Row], _ own: [AnnualReport.Row], year: Int, office: ReportedPlace,
    _ twoSystems: AnnualReport.TwoSystems
  ) {
    self.office = office
    let chapter = ChapterYear.of(year)
    let sent = indicators.map { row in
      var row = row
      row.programme = ChapterProgramme.named(row.programme)?.rawValue ?? row.programme
      return row
    }
    // The register's own figures come before what was sent of the two systems.
    rows = own + sent
    let (figures, _) = self.sent()
    for average in chapter?.averages ?? [] { derive(average, figures) }
    let order = Dictionary(
      ChapterProgramme.allCases.enumerated().map { ($1.rawValue, $0) },
      uniquingKeysWith: { first, _ in first })
    rows = rows.enumerated().sorted { left, right in
      let places = [left, right].map { order[$0.element.programme] ?? order.count }
      if places[0] != places[1] { return places[0] < places[1] }
      if left.element.programme != right.element.programme {
        return left.element.programme < right.element.programme
      }
      return left.offset < right.offset
    }.map(\.element)
    let (book, places) = self.sent()
    for breach in chapter.map(book.breaches) ?? [] {
      flag(
        places[breach.place], AnnualReport.Contradiction.Kind(breach.relation.kind),
        isPlanned: breach.relation.subject.isPlanned, breach.stated, breach.computed)
    }
    checkRegister(twoSystems, book, places)
    checkCounties()
  }

  /// The figures that were sent, and where they are among the rows.
  private func sent() -> (book: ChapterBook, places: [Int]) {
    let places = rows.indices.filter { rows[$0].origin == .sheet }
    let book = ChapterBook(
      places.map { place in
        ChapterBook.Row(
          programme: rows[place].programme, nameEnglish: rows[place].nameEnglish,
          region: rows[place].region, planned: rows[place].planned, actual: rows[place].actual)
      }, of: Int64(office.code).flatMap { RegionCode($0) })
    return (book, places)
  }

  private mutating func derive(_ average: DerivedAverage, _ book: ChapterBook) {
    guard let over = book.figure(average.over), let by = book.figure(average.by),
      let value = over.divided(by: by, times: Int128(average.factor))
    else { return }
    rows.append(
      AnnualReport.Row(
        programme: average.programme, nameEnglish: average.nameEnglish,
        nameChinese: average.nameChinese, unit: average.unit, actual: value.text(places: 2),
        origin: .derived))
  }

  /// What was sent of the people supported, against the register itself.
  private mutating func checkRegister(
    _ twoSystems: AnnualReport.TwoSystems, _ book: ChapterBook, _ places: [Int]
  ) {
    let name = AnnualReport.TwoSystems.supported
    let operand = FigureRelation.Operand(AnnualReport.TwoSystems.programme, name)
    if let place = book.place(of: operand).map({ places[$0] }) {
      let known = [
        (false, rows[place].actual, twoSystems.figures[.personsSupported] as Int64?),
        (true, rows[place].planned, twoSystems.target),
      ]
      for (isPlanned, text, own) in known {
        guard let stated = text.flatMap({ ChapterFigure($0) }), let own,
          stated != ChapterFigure(own)
        else { continue }
        flag(place, .register, isPlanned: isPlanned, stated, ChapterFigure(own))
      }
    }
    if let target = twoSystems.target, let counties = twoSystems.countyTargets, target != counties,
      let place = rows.firstIndex(where: { $0.origin == .register && $0.nameEnglish == name })
    {
      flag(place, .counties, isPlanned: true, ChapterFigure(target), ChapterFigure(counties))
    }
  }

  /// The counties' figures together, against the office's own of the same indicator. Averages and percentages
  /// do not add up.
  private mutating func checkCounties() {
    for place in rows.indices where rows[place].origin == .sheet {
      let whole = rows[place]
      guard let code = whole.region, code.description == office.code, code.level < .county,
        !whole.takesText, !whole.unit.contains("/"), whole.unit != "percent"
      else { continue }
      let parts = rows.filter {
        $0.origin == .sheet && $0.programme == whole.programme && $0.unit == whole.unit
          && $0.nameEnglish == whole.nameEnglish && $0.region?.level == .county
      }
      for isPlanned in [false, true] {
        func figure(_ row: AnnualReport.Row) -> ChapterFigure? {
          (isPlanned ? row.planned : row.actual).flatMap { ChapterFigure($0) }
        }
        let figures = parts.compactMap(figure)
        guard !figures.isEmpty, let stated = figure(whole) else { continue }
        let computed = figures.dropFirst().reduce(figures[0]) { $0 + $1 }
        if stated != computed { flag(place, .counties, isPlanned: isPlanned, stated, computed) }
      }
    }
  }

  private mutating func flag(
    _ place: Int, _ kind: AnnualReport.Contradiction.Kind, isPlanned: Bool,
    _ stated: ChapterFigure, _ computed: ChapterFigure
  ) {
    let difference = (computed - stated).text(places: 2)
    contradictions.append(
      AnnualReport.Contradiction(
        kind: kind, programme: rows[place].programme, nameEnglish: rows[place].nameEnglish,
        nameChinese: rows[place].nameChinese, unit: rows[place].unit, isPlanned: isPlanned,
        stated: (isPlanned ? rows[place].planned : rows[place].actual) ?? "",
        computed: computed.text(places: 2), difference: difference))
    if rows[place].computed == nil {
      rows[place].computed = computed.text(places: 2)
      rows[place].difference = difference
    }
  }
}
