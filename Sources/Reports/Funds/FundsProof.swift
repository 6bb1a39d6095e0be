/// That the rungs add up: what was issued, or came to the county that is asked about, is what stands on the rungs
/// together with what was paid, and what left each rung is what came in on the next.
package struct FundsProof: Sendable, Equatable {
  package let isFiscal: Bool
  /// Whether it begins with the batches; else with what came to the county that is asked about.
  package let isWhole: Bool
  /// What came in on the first of the rungs: was issued, or received by the county.
  package let cameFen: Int64
  /// What stands with batches (of the whole), counties, projects and households, and what was paid.
  package let parts: [(rung: String, fen: Int64)]
  /// What left the batches, counties and projects with the households, less what came in below them.
  private let stepsFen: Int64

  private static let order = ["batch", "county", "project", "household", "paid"]

  /// Nil where there is no money of the kind.
  init?(of totals: [FundsRow], isFiscal: Bool, isWhole: Bool) {
    let own = totals.filter { $0.isFiscal == isFiscal }
    guard !own.isEmpty else { return nil }
    self.isFiscal = isFiscal
    self.isWhole = isWhole
    func sum(_ rung: String) -> (inFen: Int64, outFen: Int64) {
      own.first { $0.rung == rung }.map { ($0.inFen, $0.outFen) } ?? (0, 0)
    }
    cameFen = sum(isWhole ? "batch" : "county").inFen
    parts = Self.order.dropFirst(isWhole ? 0 : 1).map { rung in
      let of = sum(rung)
      return (rung, of.inFen.subtractingReportingOverflow(of.outFen).partialValue)
    }
    // A project pays payees itself, so that its money goes to households or straight to the last rung.
    let below = sum("household").inFen.subtractingReportingOverflow(sum("household").outFen)
      .partialValue.addingReportingOverflow(sum("paid").inFen).partialValue
    let isHandedDown =
      (!isWhole || sum("batch").outFen == sum("county").inFen)
      && sum("county").outFen == sum("project").inFen
    stepsFen =
      isHandedDown
      ? sum("project").outFen.subtractingReportingOverflow(below).partialValue : Int64.max
  }

  package var isProved: Bool {
    stepsFen == 0
      && parts.reduce(Int64(0)) { $0.addingReportingOverflow($1.fen).partialValue } == cameFen
  }

  /// The sums by rung, fiscal money first, in the order of the ladder; only rungs that have money.
  static func totals(of rows: [FundsRow], agings: Int) -> [FundsRow] {
    [true, false].flatMap { isFiscal in
      order.compactMap { rung in
        let own = rows.filter { $0.rung == rung && $0.isFiscal == isFiscal }
        guard !own.isEmpty else { return nil }
        var total = FundsRow(
          rung: rung, isFiscal: isFiscal, idleFen: Array(repeating: 0, count: agings))
        for row in own {
          total.inFen = total.inFen.addingReportingOverflow(row.inFen).partialValue
          total.outFen = total.outFen.addingReportingOverflow(row.outFen).partialValue
          for place in row.idleFen.indices where place < agings {
            total.idleFen[place] =
              total.idleFen[place].addingReportingOverflow(row.idleFen[place]).partialValue
          }
        }
        return total
      }
    }
  }

  func write(into json: inout JSONText) {
    json.object { json in
      json.member("fiscal", isFiscal)
      json.member(isWhole ? "issued_fen" : "received_fen", cameFen)
      for (rung, fen) in parts { json.member(rung + "_fen", fen) }
      json.member("adds_up", isProved)
    }
  }

  func line(in language: ReportLanguage) -> String {
    let yuan = { NumberText.yuan(fen: $0, grouped: true) }
    let sum = parts.map {
      Vocabulary.rungs.word(for: $0.rung, in: language) + " " + yuan($0.fen)
    }.joined(separator: " + ")
    let verdict =
      isProved
      ? Phrase("adds up", "平衡")
      : Phrase("DOES NOT ADD UP; run “sixpoint check”", "不平衡；请运行 “sixpoint check”")
    let came = isWhole ? Phrase("issued", "下达") : Phrase("received", "收到")
    return Phrase("Proof: ", "核对：")[language] + came[language] + " \(yuan(cameFen)) = \(sum)"
      + Phrase(": ", "：")[language] + verdict[language]
  }

  package static func == (one: FundsProof, other: FundsProof) -> Bool {
    one.isFiscal == other.isFiscal && one.isWhole == other.isWhole && one.cameFen == other.cameFen
      && one.stepsFen == other.stepsFen && one.parts.elementsEqual(other.parts, by: ==)
  }
}
