import Arguments
import Register

extension RegisterFault: WordedFault {
  package func problem(in language: Language) -> Problem {
    RegisterWords(language: language).problem(self)
  }
}

extension QueryFailure: WordedFault {
  package func problem(in language: Language) -> Problem {
    RegisterWords(language: language).problem(self)
  }
}

/// What the register would not do, in words; the status of each is decided here and nowhere else.
struct RegisterWords {
  let language: Language

  func problem(_ fault: RegisterFault) -> Problem {
    switch fault {
    case .database(let failure): problem(failure)
    case .missing(let path):
      missing(path, isNamed: true)
    case .alreadyThere(let path):
      Problem(
        "already_there",
        say(
          "\(path) is there already and was not touched; name another path with --register",
          "\(path) 已经存在，未作改动；请用 --register 另指路径"))
    case .symbolicLink(let path):
      Problem(
        "symbolic_link",
        say(
          "\(path) is a symbolic link, which a register is never reached through; name the file itself",
          "\(path) 是符号链接，登记库不经符号链接打开；请指定文件本身"))
    case .folderMissing(let path): Problem.folderMissing(path, language)
    case .strayJournal(let path): strayJournal(path)
    case .strayLog(let path): strayLog(path)
    case .unfinishedLoad(let path): unfinishedLoad(path)
    case .logUnreadable(let path): logUnreadable(path)
    case .unreadable(let path): unreadable(path)
    case .companionHeld(let path, let owner, let holdsEntries):
      companionHeld(path, owner: owner, holdsEntries: holdsEntries)
    case .companionBlocked(let path): companionBlocked(path)
    case .notARegister(let path):
      Problem(
        "not_a_register",
        say(
          "\(path) is not a register of sixpoint, or its first page is damaged",
          "\(path) 不是 sixpoint 的登记库，或文件头已损坏"), status: .failure)
    case .newerVersion(let found, let known):
      Problem(
        "newer_version",
        say(
          "the register was made by a later sixpoint (schema \(found), this one knows \(known)); install that version",
          "登记库由更新版本的 sixpoint 建立（结构 \(found)，本程序为 \(known)）；请安装新版本"),
        status: .failure)
    case .olderVersion, .trialVersion, .alteredSchema, .copyUnsound, .backupUnsound:
      version(fault)
    case .unknownOffice(let code):
      Problem(
        "unknown_office",
        say(
          "\(code) is no province, prefecture or county of the region table",
          "\(code) 不是区划表中的省、市州或县"))
    default: refusal(fault)
    }
  }

  /// - Parameter isNamed: whether the command line names the register; the command that makes it then does so too.
  func missing(_ path: String, isNamed: Bool) -> Problem {
    let line =
      InitCommand.firstLine.text(in: language)
      + (isNamed ? " --register " + ShellWords.quoted(path) : "")
    return Problem(
      "register_missing",
      say(
        "there is no register at \(path); make one with “\(line)”, of your own office by name or code, or name another with --register",
        "\(path) 处没有登记库；请用“\(line)”新建（写本单位名称或代码），或用 --register 另指"))
  }

  func problem(_ failure: QueryFailure) -> Problem {
    if failure.isInterrupted { return interrupted }
    if failure.isChangedWhileRead { return changedWhileRead }
    if failure.isBusy {
      return Problem(
        "busy",
        say(
          "somebody else is writing to the register; try again, or wait longer with --wait SECONDS",
          "登记库正被他人写入；请稍后再试，或用 --wait 秒数 多等一会"), status: .busy)
    }
    if failure.isFull {
      return Problem(
        "disk_full",
        say(
          "the disk is full: nothing was written; make room and do it again",
          "磁盘已满，未写入任何内容；请腾出空间后重做"), status: .failure)
    }
    if failure.isReadOnly {
      return Problem(
        "read_only",
        say(
          "the register cannot be written to: its file or folder is read-only for you",
          "登记库无法写入：其文件或文件夹对您是只读的"), status: .failure)
    }
    if failure.isCorrupt {
      return Problem(
        "damaged",
        say(
          "the register is damaged (\(failure.message)); restore a backup and run “sixpoint check”",
          "登记库已损坏（\(failure.message)）；请恢复备份并运行“sixpoint check”"), status: .failure)
    }
    if failure.isUnsealed { return unfinishedEntry }
    if failure.isBeyondRange {
      return Problem(
        "beyond_range",
        say(
          "numbers in the register are too large to be added up, as no sheet gives them; run “sixpoint check”, and restore a backup where it finds damage",
          "登记库中的数字过大，无法相加，正常报送的表格不会有这样的数字；请运行“sixpoint check”，如有损坏请恢复备份"),
        status: .failure)
    }
    if failure.isConstraint, let rule = RegisterFault.rule(of: failure) {
      return refusal(.ruleBroken(rule: rule, breaches: []))
    }
    if failure.isConstraint {
      return Problem(
        "constraint",
        say(
          "the register refused it (\(failure.message)); nothing was written",
          "登记库拒绝了该操作（\(failure.message)），未写入任何内容"))
    }
    return Problem(
      "database",
      say("the register cannot be used: \(failure.message)", "登记库无法使用：\(failure.message)"),
      status: .failure)
  }

  var interrupted: Problem {
    Problem(
      "interrupted", say("interrupted; nothing was written", "已中断，未写入任何内容"),
      status: .interrupted)
  }

  /// Who may make no file beside the register reads it without locks, and somebody wrote each time.
  private var changedWhileRead: Problem {
    Problem(
      "busy",
      say(
        "somebody else was writing to the register each time it was read, and you may not lock it, since you may make no file beside it; try again, wait longer with --wait SECONDS, or ask its owner for the right to write to it and its folder",
        "每次读取登记库时都有他人正在写入；您无权在其所在文件夹建立文件，因此读取时不能加锁；请稍后再试，用 --wait 秒数 多等一会，或向其所有者申请登记库及其文件夹的写入权限"),
      status: .busy, isPassing: true)
  }

  /// What could not end itself in time; what came before it may be written.
  var cutOff: Problem {
    Problem(
      "interrupted",
      say("interrupted; what was not finished is not written", "已中断，未完成的内容未写入"),
      status: .interrupted)
  }

  func say(_ english: String, _ chinese: String) -> String {
    language == .chinese ? chinese : english
  }
}
