import Arguments

/// What the process reports to its caller. The raw value is the status.
package enum ExitStatus: Int32, Error, Sendable {
  case done = 0
  /// A rule refused it, something was not found, or a check has findings.
  case refused = 1
  /// The machine failed: reading, writing, a full disk, a damaged file.
  case failure = 2
  /// Somebody else held the register for longer than `--wait`.
  case busy = 3
  case usage = 64
  case interrupted = 130

  /// What the manual's first page says of the statuses.
  static let manualSection = ManualSection(
    Bilingual("EXIT STATUS", zh: "退出状态"),
    Bilingual(
      """
      0  Done.

      1  A rule refused it, something was not found, or a check has findings.

      2  The machine failed: reading, writing, a full disk, a damaged file.

      3  Somebody else held the register for longer than --wait.

      64  The command line is wrong.

      130  Interrupted; nothing was written, but several files of one import are an entry each, and those \
      before the interrupt stay.
      """,
      zh: """
        0  已完成。

        1  违反规则而被拒绝，或没有找到，或检查发现问题。

        2  机器故障：读写失败、磁盘已满、文件损坏。

        3  他人占用登记库的时间超过 --wait。

        64  命令写法有误。

        130  已中断，没有写入任何内容；但一次导入的多个文件各为一张录入单，中断之前已录入的保留。
        """))
}
