import Arguments
import Domain
import Markup
import Register
import Reports

extension Console {
  /// Where the register is, by `--register` and the surroundings.
  package func registerPath(_ arguments: ParsedArguments) throws(Problem) -> String {
    let option = arguments.takes("register") ? arguments.value("register") : nil
    if let path = environment.registerPath(option: option), !path.isEmpty {
      // A register is a file and no stream: `-` would be a file of that name.
      guard path != "-" else {
        throw arguments.failure(
          .malformedValue(
            path, of: option == nil ? "SIXPOINT_REGISTER" : "--register", example: "register.db")
        ).problem(in: language)
      }
      return path
    }
    throw Problem(
      "no_register",
      say(
        "where is the register? give --register PATH or set SIXPOINT_REGISTER",
        "登记库在哪里？请写 --register 路径，或设置 SIXPOINT_REGISTER"), status: .usage)
  }

  /// Opens the register that the command line names.
  package func openRegister(
    _ arguments: ParsedArguments, writing: Bool
  ) throws(Problem) -> Register {
    let path = try registerPath(arguments)
    let wait = try worded { () throws(UsageFailure) in try arguments.waitMilliseconds() }
    let register: Register
    do throws(RegisterFault) {
      register = try Register.open(
        path: path, writing: writing, waitMilliseconds: Int32(clamping: wait))
    } catch {
      throw unopened(error, arguments)
    }
    register.commits = SignalWatch.commits
    // A question's register stays open until the process ends, which closes it for nothing: SQLite would first
    // take its schema apart, which is a tenth of a short question.
    if !writing { _ = Unmanaged.passRetained(register) }
    return register
  }

  /// Why the register that the command line names cannot be opened; where there is none, with the command that
  /// makes it.
  func unopened(_ fault: RegisterFault, _ arguments: ParsedArguments) -> Problem {
    guard case .missing(let path) = fault else {
      return RegisterWords(language: language, path: try? registerPath(arguments)).problem(fault)
    }
    let isNamed = arguments.takes("register") && arguments.value("register") != nil
    return RegisterWords(language: language).missing(path, isNamed: isNamed)
  }

  /// Today in Asia/Shanghai.
  package func today() throws(Problem) -> CalendarDate {
    let day = try worded { () throws(MalformedClock) in try environment.today() }
    return CalendarDate(dayNumber: Int32(clamping: day.daysSince1970))
  }

  /// Who writes, for the register's office, now.
  package func author(
    _ arguments: ParsedArguments, office: RegionCode
  ) throws(Problem) -> EntryAuthor {
    let moment = try worded { () throws(MalformedClock) in try environment.now() }
    let option = arguments.takes("officer") ? arguments.value("officer") : nil
    guard let officer = environment.officer(option: option) else {
      throw Problem(
        "no_officer",
        say(
          "who does this? give --officer NAME or set SIXPOINT_OFFICER",
          "经办人是谁？请写 --officer 姓名，或设置 SIXPOINT_OFFICER"), status: .usage)
    }
    guard !officer.unicodeScalars.contains("\u{FFFD}") else {
      throw Problem(
        "invalid_bytes",
        say(
          "the officer's name, “\(officer)”, has bytes that are no UTF-8; give --officer NAME",
          "经办人姓名“\(officer)”含有不属于 UTF-8 的字节；请写 --officer 姓名"), status: .usage)
    }
    try checkLength(of: officer, "--officer", as: .personName)
    return EntryAuthor(officer: officer, office: office, moment: moment.iso8601)
  }

  package func author(
    _ arguments: ParsedArguments, of register: Register
  ) throws(Problem) -> EntryAuthor {
    try author(arguments, office: register.office)
  }

  /// Long work on a register: an interrupt stops the statement that runs, and `body` then ends with
  /// a failure that is reported as such.
  package func working<Result, Fault: Error>(
    on register: Register, _ body: () throws(Fault) -> Result
  ) throws(Fault) -> Result {
    try SignalWatch.whileWorking(interrupt: register.interrupting, body)
  }

  /// The register that the command line or the surroundings name, whether the command uses it or not.
  func protectedFiles(_ arguments: ParsedArguments) -> ProtectedFiles {
    let option = arguments.takes("register") ? arguments.value("register") : nil
    return ProtectedFiles(register: environment.registerPath(option: option))
  }

  /// Throws where a file that is to be read is also one that is to be written, by whatever name or link: it would
  /// be gone, and `--force` is not meant for that.
  ///
  /// - Parameter inputs: paths; `-` is standard input, which may be such a file too.
  func spareInputs(_ inputs: [String], _ arguments: ParsedArguments) throws(Problem) {
    for option in ["output", "rejects"] where arguments.takes(option) {
      guard let path = arguments.value(option), !Output.isStandardOutput(path),
        isRead(path, of: inputs)
      else { continue }
      throw Problem(
        "output_is_input",
        say(
          "\(path) is the file that is read, which is never written over; name another file",
          "\(path) 就是要读取的文件，不会覆盖；请另选文件名"))
    }
  }

  /// Whether a file is one of the inputs, by whatever name or link; `-` is standard input.
  func isRead(_ path: String, of inputs: [String]) -> Bool {
    guard let standing = try? System.facts(of: path), standing.kind == .regular else {
      return false
    }
    return inputs.contains { Self.facts(ofInput: $0)?.isSameFile(as: standing) == true }
  }

  private static func facts(ofInput input: String) -> System.FileFacts? {
    if input == "-" { return System.facts(ofDescriptor: System.standardInput) }
    return try? System.facts(of: input)
  }

  /// The files that the command line names to be read, `-` for standard input.
  private func inputs(_ arguments: ParsedArguments) -> [String] {
    var inputs = arguments.takes("file") ? arguments.values("file") : []
    for argument in arguments.command.arguments {
      let given = arguments.positionals(argument.name)
      // Where an argument is no file, `-` in its place says that lines are read.
      inputs += argument.name == "FILE" ? given : given.filter { $0 == "-" }
    }
    return inputs
  }

  /// Throws where the file that `-o` names may not be written, so that it is known before anything is done.
  package func checkOutput(_ arguments: ParsedArguments) throws(Problem) {
    guard arguments.takes("output") else { return }
    try spareInputs(inputs(arguments), arguments)
    try worded { () throws(OutputFault) in
      try Output.check(
        arguments.value("output"), replaces: arguments.flag("force"),
        sparing: protectedFiles(arguments))
    }
  }

  /// Standard output, or the file that `-o` names.
  package func output(
    _ arguments: ParsedArguments, readers: Output.Readers = .byMask
  ) throws(OutputFault) -> Output {
    guard arguments.takes("output") else { return Output() }
    return try Output(
      path: arguments.value("output"), readers: readers, replaces: arguments.flag("force"),
      sparing: protectedFiles(arguments))
  }

  /// Prints a result to standard output, or to the file that `-o` names.
  package func print(
    _ arguments: ParsedArguments, readers: Output.Readers = .byMask,
    _ body: (inout Output) throws(OutputFault) -> Void
  ) throws(Problem) {
    try worded { () throws(OutputFault) in
      var output = try self.output(arguments, readers: readers)
      try body(&output)
      try output.finish()
    }
  }

  /// Prints lines to standard output, or to the file that `-o` names. Control characters in what they hold are
  /// shown, not obeyed; on a terminal, lines that are wider are broken at words.
  package func print(_ lines: [String], _ arguments: ParsedArguments) throws(Problem) {
    let width = columns(arguments)
    try print(arguments) { (output: inout Output) throws(OutputFault) in
      for line in lines { try output.line(fitted(line, to: width)) }
    }
  }

  /// Prints bytes as they are to standard output, or to the file that `-o` names.
  package func print(bytes: [UInt8], _ arguments: ParsedArguments) throws(Problem) {
    try print(arguments) { (output: inout Output) throws(OutputFault) in
      try output.write(bytes)
    }
  }

  /// A line without control characters, broken at words for a terminal of so many columns; nil: for a file or
  /// a pipe.
  func fitted(_ line: String, to width: Int?) -> String {
    guard let width else { return line.neutralised }
    return WrappedText.folded(line.neutralised, within: width, hanging: 2)
  }

  /// Prints lines to standard output, as those above.
  package func print(_ lines: [String]) throws(Problem) {
    let width = columns()
    try worded { () throws(OutputFault) in
      var output = Output()
      for line in lines { try output.line(fitted(line, to: width)) }
      try output.finish()
    }
  }

  /// Prints bytes to standard output as they are.
  package func print(bytes: [UInt8]) throws(Problem) {
    try worded { () throws(OutputFault) in
      var output = Output()
      try output.write(bytes)
      try output.finish()
    }
  }
}

extension Option {
  /// What a command that reads the register takes.
  package static let reading: [Option] = [.register, .wait]
  /// What a command that writes to the register takes.
  package static let writing: [Option] = [.register, .officer, .reason, .wait]
}
