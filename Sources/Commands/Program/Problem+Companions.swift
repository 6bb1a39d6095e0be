import Register

// What lies beside a register and keeps it from being opened.

extension RegisterWords {
  func strayJournal(_ path: String) -> Problem {
    Problem(
      "stray_journal",
      say(
        "\(path)-journal belongs to another register; it was not played in and nothing was changed; move it to its own register",
        "\(path)-journal 属于另一个登记库，未予执行，登记库未作改动；请把它移回所属的登记库"),
      status: .failure)
  }

  func strayLog(_ path: String) -> Problem {
    Problem(
      "stray_log",
      say(
        "\(path)-wal belongs to another register, or to another moment of this one; it was not played in and nothing was changed; move it to the register it came from, or away",
        "\(path)-wal 属于另一个登记库或本登记库的另一时刻，未予执行，登记库未作改动；请把它移回原处或移走"),
      status: .failure)
  }

  func unfinishedLoad(_ path: String) -> Problem {
    Problem(
      "unfinished_import",
      say(
        "an import into \(path) was cut short, and \(path)-journal, which takes it back, cannot be applied where nothing can be written; copy both files to a folder that can be written and open the register there",
        "\(path) 的一次导入被中断，而此处不能写入，无法用 \(path)-journal 撤回；请把两个文件一同复制到可写的文件夹后再打开"),
      status: .failure)
  }

  func unreadable(_ path: String) -> Problem {
    Problem(
      "not_readable",
      say(
        "\(path) may not be read by you: it or its folder is kept for others; ask its owner for the right to read it, or name another register with --register",
        "您无权读取 \(path)：该文件或其文件夹只供他人使用；请向其所有者申请读取权限，或用 --register 另指登记库"),
      status: .failure)
  }

  /// What another user's program has left beside the register.
  func companionHeld(_ path: String, owner: UInt32, holdsEntries: Bool) -> Problem {
    let name = System.userName(of: owner) ?? String(owner)
    let (english, chinese) =
      holdsEntries
      ? (
        "it holds entries, so do not delete it, and ask \(name) for the right to write to it",
        "其中有录入单，切勿删除，请向 \(name) 申请写入权限"
      )
      : (
        "it holds no entries; where nobody has the register open, delete it and try again",
        "其中没有录入单；如无人正在使用登记库，请删除该文件后重试"
      )
    return Problem(
      "read_only",
      say(
        "the register cannot be written to: \(path) belongs to \(name) and is read-only for you; \(english)",
        "登记库无法写入：\(path) 属于用户 \(name)，对您是只读的；\(chinese)"),
      status: .failure)
  }

  func companionBlocked(_ path: String) -> Problem {
    Problem(
      "companion_blocked",
      say(
        "\(path) is a symbolic link or a folder, and a register needs a file of its own there; nothing was changed; move it away, or name another path with --register",
        "\(path) 是符号链接或文件夹，而登记库须在此存放自己的文件；未作任何改动；请将其移走，或用 --register 另指路径"),
      status: .failure)
  }

  /// The last entry bears no hash, which no program leaves where it ended, nor where its journal is at hand.
  var unfinishedEntry: Problem {
    Problem(
      "unfinished_entry",
      say(
        "an entry of the register was never finished: the file was copied in the middle of an import, without the journal that takes it back; use the original with its journal, or a backup, and see “sixpoint check”",
        "登记库中有一号录入单没有完成：该文件是导入中途复制的，缺少用来撤回的日志文件；请改用原登记库（连同其 -journal 文件）或备份，并运行“sixpoint check”查看"),
      status: .failure)
  }

  func logUnreadable(_ path: String) -> Problem {
    Problem(
      "log_unreadable",
      say(
        "\(path)-wal holds entries that cannot be read where nothing can be written; copy \(path) and \(path)-wal together to a folder that can be written and open the register there",
        "\(path)-wal 中有录入单，在不能写入的地方无法读取；请把 \(path) 与 \(path)-wal 一同复制到可写的文件夹后再打开"),
      status: .failure)
  }
}
