import Arguments
import Domain
import Register

// What is revealed is recorded before it is shown: an entry without facts, with its officer and reason.

extension Console {
  /// Whether `--reveal` was given; it wants a reason.
  func reveals(_ arguments: ParsedArguments) throws(Problem) -> Bool {
    guard arguments.flag("reveal") else { return false }
    if (try reason(arguments) ?? "").isEmpty {
      throw arguments.failure(.missingOption("--reason")).problem(in: language)
    }
    return true
  }

  /// - Parameter command: what is revealed, as the entry keeps it; a number in it that is a person's is not
  ///   kept whole.
  func recordReveal(
    _ command: String, _ arguments: ParsedArguments, in register: Register
  ) throws(Problem) {
    let author = try author(arguments, of: register)
    let reason = try reason(arguments)
    try worded { () throws(RegisterFault) in
      _ = try register.write(
        EntryHeader(
          author: author, command: PersonalNumbers.masked(command, in: .numbers),
          reason: reason), evenIfEmpty: true
      ) { _ in }
    }
  }
}
