import Arguments
import Domain
import Register

extension Option {
  static let staff = Option(
    "staff", value: "NO",
    help: Bilingual(
      "Only households that this official answers for: a staff number or name.",
      zh: "只限该责任人负责的户，写编号或姓名。"))

  static let role = Option(
    "role", value: "ROLE",
    help: Bilingual(
      "In this role only: support, implementation or contact.",
      zh: "只限此类责任：扶持责任、项目实施责任或联系责任。"))
}

extension Console {
  /// The official of a staff number, or of a name that only one bears.
  ///
  /// - Parameter unknown: what to say where nobody is meant, of the masked text.
  func official(
    _ text: String, of register: Register, unknown: (String) throws(Problem) -> Problem
  ) throws(Problem) -> Official {
    let found = try worded { () throws(QueryFailure) in try register.officials(called: text) }
    guard let official = found.first else { throw try unknown(text) }
    guard found.count == 1 else {
      let numbers = found.map(\.number)
      throw Problem(
        "ambiguous_staff",
        say(
          "several officials are called \(text); give --staff with one of \(numbers.joined(separator: ", "))",
          "有多位责任人叫“\(text)”，请用 --staff 写明编号：\(numbers.joined(separator: "、"))"))
    }
    return official
  }

  /// The official that `--staff` names; nil where it was not given. A role without one is a usage failure.
  func official(
    _ arguments: ParsedArguments, of register: Register
  ) throws(Problem) -> Official? {
    guard let text = arguments.value("staff") else {
      guard arguments.takes("role"), arguments.value("role") != nil else { return nil }
      throw arguments.failure(.missingOption("--staff")).problem(in: language)
    }
    return try official(text, of: register) { (text) throws(Problem) in
      try Problem.unknown(.staff, text, in: register, self)
    }
  }
}
