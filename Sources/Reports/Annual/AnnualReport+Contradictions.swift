import Domain

extension AnnualReport {
  /// A figure that is not what others make of it.
  package struct Contradiction: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
      case sum, percent, quotient, same
      /// The register knows another figure.
      case register
      /// The counties together are another figure.
      case counties

      init(_ kind: FigureRelation.Kind) {
        self =
          switch kind {
          case .sum: .sum
          case .percent: .percent
          case .quotient: .quotient
          case .same: .same
          }
      }
    }

    package let kind: Kind
    package let programme: String
    package let nameEnglish: String
    package let nameChinese: String?
    package let unit: String
    package let isPlanned: Bool
    /// As sent.
    package let stated: String
    package let computed: String
    /// `computed` minus `stated`.
    package let difference: String

    private static let kinds = Vocabulary([
      "sum": Phrase("its parts make", "各分项之和为"), "percent": Phrase("the quotient is", "相除为"),
      "quotient": Phrase("the quotient is", "相除为"),
      "same": Phrase("printed elsewhere as", "另处为"),
      "register": Phrase("the register knows", "登记库为"),
      "counties": Phrase("the counties make", "各县之和为"),
    ])

    static let columns: [ReportColumn<Contradiction>] = [
      ReportColumn("programme", Phrase("programme", "专项"), .word(programmeWords) { $0.programme }),
      ReportColumn("name_en", Phrase("indicator", "英文名称"), .text { $0.nameEnglish }),
      ReportColumn("name_zh", Phrase("Chinese name", "指标"), .text { $0.nameChinese }),
      ReportColumn("unit", Phrase("unit", "单位"), .word(Vocabulary.units) { $0.unit }),
      ReportColumn(
        "figure", Phrase("figure", "数字"), .text { $0.isPlanned ? "planned" : "actual" }),
      ReportColumn("stated", Phrase("stated", "原文"), .text { $0.stated }),
      ReportColumn("kind", Phrase("but", "核对"), .word(kinds) { $0.kind.rawValue }),
      ReportColumn("computed", Phrase("computed", "推算数"), .text { $0.computed }),
      ReportColumn("difference", Phrase("difference", "相差"), .text { $0.difference }),
    ]

    /// `Average central funds per village: 476,000 stated, but the quotient is 479,166.67 (3,166.67 more).`
    func line(in language: ReportLanguage) -> String {
      let name = language == .zh ? nameChinese ?? nameEnglish : nameEnglish
      let (stated, computed) = (AnnualReport.grouped(stated), AnnualReport.grouped(computed))
      let but = Self.kinds.word(for: kind.rawValue, in: language)
      let isLess = difference.hasPrefix("-")
      let size = AnnualReport.grouped(isLess ? String(difference.dropFirst()) : difference)
      let planned = isPlanned ? Phrase(" planned", "计划")[language] : ""
      return Phrase(
        "\(name): \(stated)\(planned) stated, but \(but) \(computed) (\(size) \(isLess ? "less" : "more")).",
        "\(name)：原文\(planned) \(stated)，\(but) \(computed)（\(isLess ? "少" : "多") \(size)）。")[
          language
        ]
    }
  }
}
