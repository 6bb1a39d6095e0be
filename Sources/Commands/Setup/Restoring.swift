import Arguments
import Register
import Reports

/// One `restore`: a backup that has been read through, and what stands in its place.
struct Restoring {
  /// The register's path.
  let target: String
  let copy: RegisterCopy
  private let path: String
  private let backup: Register
  private let standing: StandingRegister
  private let waitMilliseconds: Int32
  private let console: Console

  /// Throws where the backup is not whole, is the register itself, or may not take the place of what stands.
  init(
    _ path: String, _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) {
    self.path = path
    self.console = console
    target = try console.registerPath(arguments)
    waitMilliseconds = Int32(
      clamping: try console.worded { () throws(UsageFailure) in
        try arguments.waitMilliseconds()
      })
    let (target, wait) = (target, waitMilliseconds)
    guard System.destination(of: path) != System.destination(of: target) else {
      throw Problem(
        "same_file",
        console.say(
          "\(path) is the register itself; name a backup of it", "\(path) 就是登记库本身；请指定其备份"))
    }
    let opened = try console.worded { () throws(RegisterFault) in
      let (backup, copy) = try Restoring.verified(path, waitMilliseconds: wait)
      return (
        backup, copy, try backup.number(),
        try Register.standing(at: target, waitMilliseconds: wait)
      )
    }
    (backup, copy, standing) = (opened.0, opened.1, opened.3)
    if arguments.flag("force") { return }
    switch standing {
    case .missing: return
    case .register(let number, _, _) where number == opened.2: return
    case .register:
      throw Problem(
        "other_register",
        console.say(
          "\(path) is a backup of another register than \(target); where it is to take its place all the same, say --force",
          "\(path) 不是 \(target) 的备份，而是另一个登记库的；确要取代，请加 --force"))
    case .unusable(let fault):
      throw Problem(
        "register_unusable",
        console.say(
          "\(fault.problem(in: console.language).message); to put it aside and restore in its place, say --force",
          "\(fault.problem(in: console.language).message)；如要移开并在原处恢复，请加 --force"))
    }
  }

  /// The backup, read through; nothing could be written to one whose schema is altered. A file that is damaged is no whole backup, which is said of it and not of the
  /// register.
  private static func verified(
    _ path: String, waitMilliseconds: Int32
  ) throws(RegisterFault) -> (Register, RegisterCopy) {
    do throws(RegisterFault) {
      let backup = try Register.open(
        path: path, writing: false, waitMilliseconds: waitMilliseconds)
      try backup.refuseAlteredSchema(path)
      return (backup, try backup.verified(named: path))
    } catch {
      if case .database(let failure) = error, failure.isCorrupt { throw .backupUnsound(path: path) }
      throw error
    }
  }

  /// What would be done, or is asked about.
  var plan: String {
    let backup = console.say(
      "\(path) (entry \(copy.entry), whole)", "\(path)（至第 \(copy.entry) 号录入单，完整）")
    return switch standing {
    case .missing:
      console.say(
        "Restores \(backup) as \(target), where nothing is.", "将把 \(backup) 恢复为 \(target)，该处尚无文件。")
    case .register(_, let entry, _):
      console.say(
        "Puts \(backup) in the place of \(target), which is at entry \(entry) and is kept beside it.",
        "将以 \(backup) 取代 \(target)（现至第 \(entry) 号录入单），原登记库保留在旁。")
    case .unusable:
      console.say(
        "Puts \(backup) in the place of \(target), which cannot be opened and is kept beside it.",
        "将以 \(backup) 取代无法打开的 \(target)，原文件保留在旁。")
    }
  }

  func confirm() throws(Problem) {
    try console.confirm(
      plan + console.say(" Restore it? ", "恢复吗？"),
      elsewhere: console.say(
        "restore replaces what the register holds; say --yes to do it, or --dry-run to see what it would do",
        "restore 将取代登记库的内容；请加 --yes 执行，或用 --dry-run 查看"))
  }

  /// Restores, and gives the path of what stood there before; nil where nothing did.
  func run() throws(Problem) -> String? {
    switch standing {
    case .missing: return try beginAnew()
    case .unusable: return try beginAnew()
    case .register:
      let kept = try keep()
      do throws(RegisterFault) {
        try SignalWatch.whileWorking { () throws(RegisterFault) in
          try backup.replaceContent(
            of: target, waitMilliseconds: waitMilliseconds, commits: SignalWatch.commits)
        }
      } catch {
        // The register is as it was, and so is needed no second time; but where it was replaced by what does
        // not verify, the copy is all there is.
        if case .backupUnsound = error {} else { System.remove(kept) }
        throw error.problem(in: console.language)
      }
      return kept
    }
  }

  /// Copies the register as it is beside itself.
  private func keep() throws(Problem) -> String {
    let register = try console.worded { () throws(RegisterFault) in
      try Register.open(path: target, writing: false, waitMilliseconds: waitMilliseconds)
    }
    let kept = freeName
    let file = try BackupFile(kept, console)
    // What is damaged is kept as it is.
    try console.worded { () throws(RegisterFault) in try file.fillRaw(from: register) }
    try console.worded { () throws(OutputFault) in try file.finish(replaces: false) }
    // The register is still to be changed.
    guard SignalWatch.goesOn() else {
      throw RegisterWords(language: console.language).interrupted
    }
    return kept
  }

  /// A new file, where none can be opened; what lies there goes aside with all that belongs to it.
  private func beginAnew() throws(Problem) -> String? {
    let file = try BackupFile(target, console)
    try console.worded { () throws(RegisterFault) in
      _ = try file.fill(from: backup, named: path)
    }
    let isTaken = !RegisterFile.filled(at: target).isEmpty || System.isTaken(target)
    let kept = isTaken ? freeName : nil
    if let kept {
      try console.worded { () throws(RegisterFault) in
        try RegisterFile.setAside(target, as: kept)
      }
    }
    do throws(Problem) {
      try console.worded { () throws(OutputFault) in try file.finish(replaces: false) }
    } catch {
      if let kept { try? RegisterFile.setAside(kept, as: target) }
      throw error
    }
    return kept
  }

  /// `register.db.before-restore`, `…-2`: the first that nothing has, no log of an earlier one either.
  private var freeName: String {
    let name = target + ".before-restore"
    if !Restoring.isTaken(name) { return name }
    var number = 2
    while Restoring.isTaken("\(name)-\(number)") { number += 1 }
    return "\(name)-\(number)"
  }

  private static func isTaken(_ name: String) -> Bool {
    ["", "-wal", "-shm", "-journal"].contains { System.isTaken(name + $0) }
  }

  func done(_ kept: String?) -> String {
    console.say(
      "Restored \(target) from \(path), as of entry \(copy.entry).",
      "已用 \(path) 恢复 \(target)，至第 \(copy.entry) 号录入单。")
      + (kept.map { console.say(" As it was: \($0)", "原登记库：\($0)") } ?? "")
  }
}
