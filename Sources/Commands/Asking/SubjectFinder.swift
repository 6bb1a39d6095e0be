import Domain
import Register

/// Whom or what an answer means: a number is taken, a part of anything is looked for, and where several are
/// found one is chosen by number.
struct SubjectFinder {
  private let handIn: HandIn
  private var console: Console { handIn.console }
  private var register: Register { handIn.register }
  private static let mostChoices = 20

  init(_ handIn: HandIn) { self.handIn = handIn }

  /// The number of the household that the officer worked on last; nil where there is none.
  func lastHousehold() throws(Problem) -> String? {
    try console.worded { () throws(QueryFailure) in
      try register.recentHouseholds(of: handIn.author.officer, limit: 1).first
        .map { id throws(QueryFailure) in try register.householdNumber(id) }
    }
  }

  /// Throws where a number is no household's, nor a project's where that is taken.
  func require(_ text: String, takesProjects: Bool) throws(Problem) {
    let number = KeyFolding.fold(text)
    if try isKnown(number, takesProjects) { return }
    _ = try register.requiredHousehold(number, console)
  }

  private func isKnown(_ number: String, _ takesProjects: Bool) throws(Problem) -> Bool {
    try console.worded { () throws(QueryFailure) -> Bool in
      if try register.household(numbered: number) != nil { return true }
      return takesProjects ? try register.registeredProject(numbered: number) != nil : false
    }
  }

  func household(_ text: String, takesProjects: Bool) throws(Problem) -> String {
    let number = KeyFolding.fold(text)
    if try isKnown(number, takesProjects) { return number }
    var choices: [FormField.Choice] = []
    for thing in try found(text) {
      var value = thing.householdNo
      if takesProjects, thing.kind == .project { value = thing.number }
      guard let value, !choices.contains(where: { $0.value == value }) else { continue }
      choices.append(FormField.Choice(value: value, words: words(thing, value)))
    }
    if choices.isEmpty, number.contains(where: \.isNumber) {
      _ = try register.requiredHousehold(number, console)
    }
    if choices.isEmpty {
      let typed = PersonalNumbers.masked(text)
      throw Problem(
        "unknown_household",
        console.say("nobody is found for “\(typed)”", "没有找到“\(typed)”"))
    }
    return try chosen(choices)
  }

  func official(_ text: String) throws(Problem) -> String {
    if let official = try onlyOfficial(called: text) { return official.number }
    let staff = try console.worded { () throws(QueryFailure) in
      try register.findStaff(text, limit: Self.mostChoices + 1)
    }
    let choices = staff.compactMap { thing in
      thing.number.map { FormField.Choice(value: $0, words: words(thing, $0)) }
    }
    if choices.isEmpty { return try handIn.official(text).number }
    return try chosen(choices)
  }

  /// The official that the officer is; nil where his name is nobody's, or several people's.
  func officer() throws(Problem) -> Official? {
    try onlyOfficial(called: handIn.author.officer)
  }

  private func onlyOfficial(called text: String) throws(Problem) -> Official? {
    try console.worded { () throws(QueryFailure) in try register.onlyOfficial(called: text) }
  }

  /// `4331231042060013 吴秀, Tang'ao Village`.
  func shown(_ number: String) -> String {
    let known = try? register.loggedHousehold(numbered: number, on: handIn.day.dayNumber)
    return words(number, known?.headName, at: known?.village)
  }

  func shownOfficial(_ text: String) -> String {
    guard let official = try? onlyOfficial(called: text) else {
      return PersonalNumbers.masked(text)
    }
    return words(official.number, official.name)
  }

  private func found(_ text: String) throws(Problem) -> [FoundThing] {
    try console.worded { () throws(QueryFailure) in
      try register.find(
        text, on: handIn.day.dayNumber, limit: 10 * Self.mostChoices,
        officer: handIn.author.officer
      ).things
    }
  }

  private func words(_ thing: FoundThing, _ number: String) -> String {
    let place = try? thing.place.flatMap { code throws(QueryFailure) in try register.region(code) }
    return words(number, thing.name, at: place)
  }

  /// A number with whose it is, and where.
  private func words(_ number: String, _ name: String?, at place: Region? = nil) -> String {
    console.shown(number) + (PersonalNumbers.masked(name).map { " " + $0 } ?? "")
      + (place.map { console.say(", ", "，") + console.name(of: $0) } ?? "")
  }

  /// One is taken; of several a person chooses. An empty answer goes back to the question.
  private func chosen(_ choices: [FormField.Choice]) throws(Problem) -> String {
    if choices.count == 1, let only = choices.first {
      console.diagnostics.bareLine("  " + only.words)
      return only.value
    }
    let listed = choices.prefix(Self.mostChoices)
    for (place, choice) in listed.enumerated() {
      console.diagnostics.bareLine("  \(place + 1) \(choice.words)")
    }
    if choices.count > listed.count {
      console.diagnostics.bareLine(
        console.say("  … write more of it to see fewer", "  ……请写得更具体"))
    }
    let among = Array(listed)
    let field = FormField(
      place: .option(""), words: ("which", "第几个"), choices: among,
      reading: { (text) throws(Problem) -> String in
        throw FormField.noNumber(text, of: among, console)
      })
    let answer = try Form.answer(field.question(console), console)
    guard !answer.isEmpty else {
      throw Problem("not_confirmed", console.say("none was chosen", "未选择"))
    }
    return try field.read(answer, console)
  }
}
