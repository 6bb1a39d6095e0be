import Domain

/// Why a command did not do what it was asked, worded for people. Every fault of a lower floor
/// becomes one before it leaves the program.
package struct Problem: Error, Equatable, Sendable {
  /// Stable, in snake_case and never translated, for programs: `unknown_option`.
  package let rule: String
  /// One sentence: what was wrong, where, and what would be right. No full stop. Resident IDs and mobile
  /// numbers in it are masked, whoever typed them.
  package let message: String
  package let status: ExitStatus
  /// Whether nothing stood in the way but that what was read changed meanwhile: to do it once more may do.
  package let isPassing: Bool
  /// The rules of other faults that the same refusal tells of, in lines of their own.
  package let otherRules: [String]

  package init(
    _ rule: String, _ message: String, status: ExitStatus = .refused, isPassing: Bool = false,
    otherRules: [String] = []
  ) {
    self.rule = rule
    self.message = PersonalNumbers.masked(message, in: .numbers)
    self.status = status
    self.isPassing = isPassing
    self.otherRules = otherRules
  }

  /// Whether a person should be sent to `explain`. A usage failure says itself where to read on, and who
  /// interrupts or answers no knows why.
  var isExplained: Bool {
    switch status {
    case .refused, .failure, .busy: rule != "not_confirmed"
    case .done, .usage, .interrupted: false
    }
  }
}

extension Problem {
  /// `name` is what failed: `standard output` where there is no path.
  package init(_ fault: SystemFault, language: Language) {
    let place: String =
      switch (fault.path, language) {
      case (let path?, _): path
      case (nil, .english): "standard output"
      case (nil, .chinese): "标准输出"
      }
    let colon = language == .chinese ? "：" : ": "
    self.init("system", place + colon + fault.reason(in: language), status: .failure)
  }

  /// The folder that a path names a new file in is not there.
  static func folderMissing(
    _ path: String, _ language: Language, status: ExitStatus = .refused
  ) -> Problem {
    let message =
      switch language {
      case .english:
        "the folder of \(path) does not exist; make it first, or name another path"
      case .chinese: "\(path) 所在的文件夹不存在；请先建立，或另指路径"
      }
    return Problem("folder_missing", message, status: status)
  }

  package init(_ fault: OutputFault, language: Language) {
    switch (fault, language) {
    case (.system(let fault), _):
      if fault.isAbsence, let path = fault.path {
        self = .folderMissing(path, language, status: .failure)
      } else {
        self.init(fault, language: language)
      }
    case (.isFolder(let path), .english):
      self.init("output_is_folder", "\(path) is a folder; name a file in it")
    case (.isFolder(let path), .chinese):
      self.init("output_is_folder", "\(path) 是文件夹，请指定其中的文件名")
    case (.isRegister(let path), .english):
      self.init(
        "output_is_register", "\(path) is a register, or belongs to one; name another file")
    case (.isRegister(let path), .chinese):
      self.init("output_is_register", "\(path) 是登记库或其附属文件，请另选文件名")
    case (.exists(let path), .english):
      self.init(
        "output_exists", "\(path) exists already; name another file, or replace it with --force")
    case (.exists(let path), .chinese):
      self.init("output_exists", "\(path) 已存在；请另选文件名，或用 --force 覆盖")
    }
  }

  package init(_ fault: MalformedClock, language: Language) {
    let message =
      switch language {
      case .english:
        "SIXPOINT_CLOCK is “\(fault.value)”; it takes a moment such as 2011-06-30T08:00:00Z"
      case .chinese:
        "SIXPOINT_CLOCK 为“\(fault.value)”，应写作 2011-06-30T08:00:00Z 这样的时刻"
      }
    self.init("malformed_clock", message, status: .usage)
  }
}
