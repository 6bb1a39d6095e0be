import Register

extension RegisterWords {
  /// A register that is not of this program's schema.
  func version(_ fault: RegisterFault) -> Problem {
    switch fault {
    case .olderVersion(let path, let found, let known):
      Problem(
        "older_version",
        say(
          "\(path) is of an earlier schema (\(found), this sixpoint writes \(known)) and was not touched; bring it up with “sixpoint upgrade”, which keeps a copy",
          "\(path) 为较早的结构（\(found)，本程序为 \(known)），未作改动；请用“sixpoint upgrade”升级，升级前会留一份副本"),
        status: .failure)
    case .trialVersion(let path, let found):
      Problem(
        "trial_version",
        say(
          "\(path) is a trial register, made before the first release (schema \(found)), and was not touched; make a new one with “sixpoint init” and import the sheets again",
          "\(path) 是正式发布前的试用登记库（结构 \(found)），未作改动；请用“sixpoint init”新建并重新导入表格"),
        status: .failure)
    case .alteredSchema(let path, let differences):
      altered(path, differences)
    case .copyUnsound(let path):
      Problem(
        "copy_unsound",
        say(
          "the copy \(path) did not verify and was removed; the register was not touched: run “sixpoint check”",
          "副本 \(path) 未通过核对，已删除；登记库未作改动，请运行“sixpoint check”"),
        status: .failure)
    case .backupUnsound(let path):
      Problem(
        "copy_unsound",
        say(
          "\(path) is no whole register: its pages or its chain are broken; nothing was changed, run “sixpoint check --register \(path)”",
          "\(path) 不是完整的登记库：页面或链已损坏；未作改动，请运行“sixpoint check --register \(path)”"),
        status: .failure)
    default: refusal(fault)
    }
  }

  /// At most five by name.
  private func altered(_ path: String, _ differences: [SchemaDifference]) -> Problem {
    let named = differences.prefix(5).map(difference).joined(separator: say("; ", "；"))
    let rest = differences.count - 5
    let more = rest > 0 ? say("; and \(rest) more", "；另有 \(rest) 处") : ""
    return Problem(
      "altered_schema",
      say(
        "\(path) is not as sixpoint made it and was not touched: \(named)\(more); restore a backup from before that with “sixpoint restore BACKUP”, and find out who changed the file with another program",
        "\(path) 已非 sixpoint 所建的样子，未作改动：\(named)\(more)；请用“sixpoint restore 备份文件”恢复此前的备份，并查明是谁用其他程序改动的"
      ),
      status: .failure)
  }

  func difference(_ difference: SchemaDifference) -> String {
    let name = difference.name
    let type = language == .chinese ? chinese(type: difference.type) : difference.type
    return switch difference.kind {
    case .missing: say("\(type) \(name) is missing", "缺少\(type) \(name)")
    case .changed: say("\(type) \(name) was changed", "\(type) \(name) 被改动")
    case .foreign: say("\(type) \(name) does not belong here", "\(type) \(name) 不属于登记库")
    }
  }

  /// What SQLite calls a part of the schema.
  private func chinese(type: String) -> String {
    switch type {
    case "table": "表"
    case "view": "视图"
    case "trigger": "触发器"
    case "index": "索引"
    case "rows": "固定内容"
    default: type
    }
  }
}
