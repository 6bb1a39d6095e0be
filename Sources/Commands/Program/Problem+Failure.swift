import Register

// What SQLite could not do, in our words. Its own words, which are English and for its programmers, stay behind;
// its number of the fault, by which the fault can be looked up, does not.

extension RegisterWords {
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
          "\(named) cannot be written to: its file or folder is read-only for you; ask its owner for the right to write to both, or copy it to a folder of your own and name that with --register",
          "\(named)无法写入：其文件或文件夹对您是只读的；请向其所有者申请写入权限，或复制到自己的文件夹后用 --register 指定"),
        status: .failure)
    }
    if failure.isCorrupt { return damaged(failure) }
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
          "the register refused it by a condition of its tables that no rule explains (\(code(failure))); nothing was written; run “sixpoint check”, and report it if that finds nothing",
          "登记库按表的约束条件拒绝了该操作，没有对应的规则说明（\(code(failure))），未写入任何内容；请运行“sixpoint check”，如未发现问题请反映"))
    }
    return Problem(
      "database",
      say("\(named) cannot be used: ", "\(named)无法使用：") + reason(failure),
      status: .failure)
  }

  /// The register, with its path where that is known.
  private var named: String {
    guard let path else { return say("the register", "登记库") }
    return say("the register \(path)", "登记库 \(path) ")
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

  private func damaged(_ failure: QueryFailure) -> Problem {
    guard let part = failure.tornSchema else {
      return Problem(
        "damaged",
        say(
          "the register is damaged (\(code(failure))); restore a backup and run “sixpoint check”",
          "登记库已损坏（\(code(failure))）；请恢复备份并运行“sixpoint check”"), status: .failure)
    }
    return Problem(
      "damaged",
      say(
        "the register is damaged: what describes its tables cannot be read, at “\(part)”, so that nothing in it can be used; put a backup in its place with “sixpoint restore BACKUP”",
        "登记库已损坏：描述其表结构的内容在“\(part)”处无法读取，整个登记库不能使用；请用“sixpoint restore 备份文件”恢复备份"),
      status: .failure)
  }

  /// Why the file cannot be used, and what to do.
  private func reason(_ failure: QueryFailure) -> String {
    switch failure.trouble {
    case .system(let number): return SystemFault(code: number).reason(in: language)
    case .noRegularFile:
      return say("it is no file on a disk; name the file itself", "它不是磁盘上的文件；请指定文件本身")
    case .logImpossible:
      return say(
        "its log cannot be made beside it; it or its folder is read-only for you: ask its owner for the right to write there, or copy it to a folder of your own",
        "无法在其旁建立日志；该文件或其文件夹对您是只读的：请向其所有者申请写入权限，或复制到自己的文件夹")
    case .inputOutput:
      return say(
        "reading or writing its file failed (\(code(failure))); look after the disk or the network drive that it is on, and copy what can be read",
        "读写文件失败（\(code(failure))）；请检查所在磁盘或网络盘，并尽快复制还能读出的内容")
    case .memory:
      return say("there is not enough memory; end other programs", "内存不足；请关闭其他程序")
    case .content:
      return say(
        "it does not hold what this program looks for in it (\(code(failure))), as where another program has altered it; run “sixpoint check”, and restore a backup where it finds damage",
        "其中没有本程序所需的内容（\(code(failure))），可能被其他程序改动过；请运行“sixpoint check”，如有损坏请恢复备份")
    case .other:
      return say(
        "the database library reports fault \(failure.code); try again, and report it if it comes back",
        "数据库组件报告错误 \(failure.code)；请重试，如再次出现请反映")
    }
  }

  private func code(_ failure: QueryFailure) -> String {
    say("database fault \(failure.code)", "数据库错误 \(failure.code)")
  }
}
