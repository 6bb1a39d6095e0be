import Domain
import Register

/// Whom and what a line from the field is about, and who saw it, as the register knows them.
struct LogSubjects {
  private let register: Register
  private let console: Console
  /// Whether `--staff` was given, or the officer is taken for it.
  private let namesStaff: Bool

  init(_ handIn: HandIn, namesStaff: Bool) {
    register = handIn.register
    console = handIn.console
    self.namesStaff = namesStaff
  }

  /// Whether a number is a household's. It may be a project's instead, unless another project is named
  /// beside it; a number of neither is refused with the nearest households.
  func isHousehold(_ number: String, beside project: String?) throws(Problem) -> Bool {
    if project != nil {
      _ = try register.requiredHousehold(number, console)
      return true
    }
    let isProject = try console.worded { () throws(QueryFailure) -> Bool in
      guard try register.household(numbered: number) == nil else { return false }
      return try register.registeredProject(numbered: number) != nil
    }
    if isProject { return false }
    _ = try register.requiredHousehold(number, console)
    return true
  }

  /// What a word of a line may number.
  enum Meaning {
    case household, project
    case staff(Official)
  }

  /// What bears the number; nil where nothing does.
  func meaning(of number: String) throws(Problem) -> Meaning? {
    guard number.contains(where: \.isNumber) else { return nil }
    return try console.worded { () throws(QueryFailure) -> Meaning? in
      if try register.household(numbered: number) != nil { return .household }
      if try register.registeredProject(numbered: number) != nil { return .project }
      let official = try register.officials(called: number).first { $0.number == number }
      return official.map(Meaning.staff)
    }
  }

  /// The official of a staff number, or of a name that only one has.
  func official(_ text: String) throws(Problem) -> Official {
    try console.official(text, of: register, unknown: unknown)
  }

  private func unknown(_ text: String) throws(Problem) -> Problem {
    if namesStaff { return try Problem.unknown(.staff, text, in: register, console) }
    let officer = PersonalNumbers.masked(text)
    return Problem(
      "unknown_staff",
      console.say(
        "who saw it? the officer \(officer) is no staff number and no official's name; give --staff NO, or set it once with “sixpoint config officer NO”",
        "记录人是谁？经办人“\(officer)”不是责任人编号，也不是责任人姓名；请写 --staff 编号，或用“sixpoint config officer 编号”设定一次"))
  }
}
