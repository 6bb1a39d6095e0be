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
  /// The register that is spoken of; nil where that is not known.
  var path: String?

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
    case .isFolder(let path): isFolder(path)
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
          "\(path) is not a register of sixpoint, or its first page is damaged; name the register's own file, or restore a backup with “sixpoint restore BACKUP”",
          "\(path) 不是 sixpoint 的登记库，或文件头已损坏；请指定登记库文件本身，或用“sixpoint restore 备份文件”恢复备份"),
        status: .failure)
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

  private func isFolder(_ path: String) -> Problem {
    let file = (path.hasSuffix("/") ? path : path + "/") + "register.db"
    return Problem(
      "is_folder",
      say(
        "\(path) is a folder, and a register is a file; name the file, such as \(file)",
        "\(path) 是文件夹，而登记库是文件；请指定文件，如 \(file)"),
      status: .failure)
  }

  var interrupted: Problem {
    Problem(
      "interrupted", say("interrupted; nothing was written", "已中断，未写入任何内容"),
      status: .interrupted)
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
