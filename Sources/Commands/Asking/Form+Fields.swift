import Arguments
import Domain
import Intake
import Register
import Reports

// The fields that several commands ask for.

extension Form {
  /// A day of the act, by default the one that the command would take.
  ///
  /// - Parameter column: the column that judges it; nil where a later answer belongs to the verdict.
  func dayField(_ place: FormField.Place, _ words: FormField.Words, column: String?) -> FormField {
    let console = console
    return FormField(
      place: place, words: words, hint: ("year-month-day", "年-月-日"), column: column,
      standard: handIn.day.description, setsDay: isOn(place),
      reading: { (text) throws(Problem) in
        if let day = try console.day(written: text) { return day.description }
        throw Problem(
          "malformed_value",
          console.say("“\(text)” is no day; write 2011-06-30", "“\(text)”不是日期；请写 2011-06-30"))
      })
  }

  private func isOn(_ place: FormField.Place) -> Bool {
    if case .option("on") = place { true } else { false }
  }

  /// A day that may be left out.
  func optionalDayField(
    _ option: String, _ words: FormField.Words, column: String
  ) -> FormField {
    var field = dayField(.option(option), words, column: column)
    field.standard = nil
    field.setsDay = false
    return field
  }

  /// A value of a closed list, chosen by its number or typed in either language.
  ///
  /// - Parameter vocabulary: the words of reports for its codes.
  func codedField<Value: CodedValue>(
    _ place: FormField.Place, _ words: FormField.Words, _: Value.Type, in vocabulary: Vocabulary
  ) -> FormField {
    let (console, arguments) = (console, arguments)
    let choices = Value.allCases.map {
      FormField.Choice(code: $0.name, in: vocabulary, console)
    }
    return FormField(
      place: place, words: words, isRequired: true,
      shown: { text in
        Value.read(text).map { vocabulary.word(for: $0.name, in: console.language.ofReports) }
          ?? text
      },
      choices: choices,
      reading: { (text) throws(Problem) in
        let value: Value = try console.coded(
          text, console.say(words.english, words.chinese), arguments)
        return value.name
      })
  }

  /// A household, by its number, or by a part of anything that `find` finds it by.
  ///
  /// - Parameters:
  ///   - proposes: whether the household that the officer worked on last is what an empty answer means.
  ///   - takesProjects: whether a project's number is taken too.
  func householdField(
    proposes: Bool = true, takesProjects: Bool = false, column: String? = "household_no"
  ) throws(Problem) -> FormField {
    let finder = SubjectFinder(handIn)
    let recent = proposes ? try finder.lastHousehold() : nil
    return FormField(
      place: .positional("HOUSEHOLD"),
      words: takesProjects ? ("household or project", "户或项目") : ("household", "户"),
      hint: ("number, name or part of one", "编号、姓名或其一部分"), column: column,
      isRequired: true, standard: recent, shown: { finder.shown($0) },
      checking: { (text) throws(Problem) in
        try finder.require(text, takesProjects: takesProjects)
      },
      reading: { (text) throws(Problem) in
        try finder.household(text, takesProjects: takesProjects)
      })
  }

  /// An official, by number or by name or part of one; by default the officer, where he is one.
  func staffField(_ place: FormField.Place, _ words: FormField.Words) throws(Problem) -> FormField {
    let finder = SubjectFinder(handIn)
    return FormField(
      place: place, words: words, hint: ("staff number, name or part of one", "编号、姓名或其一部分"),
      isRequired: true, standard: try finder.officer()?.number,
      shown: { finder.shownOfficial($0) },
      reading: { (text) throws(Problem) in try finder.official(text) })
  }

  /// Free text, an amount or a number, judged by its column.
  func field(
    _ option: String, _ words: FormField.Words, hint: FormField.Words? = nil, column: String,
    isRequired: Bool = false
  ) -> FormField {
    FormField(
      place: .option(option), words: words, hint: hint, column: column, isRequired: isRequired)
  }
}
