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

  func logUnreadable(_ path: String) -> Problem {
    Problem(
      "log_unreadable",
      say(
        "\(path)-wal holds entries that cannot be read where nothing can be written; copy \(path) and \(path)-wal together to a folder that can be written and open the register there",
        "\(path)-wal 中有录入单，在不能写入的地方无法读取；请把 \(path) 与 \(path)-wal 一同复制到可写的文件夹后再打开"),
      status: .failure)
  }
}
