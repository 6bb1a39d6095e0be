extension CommandFault {
  /// Command lines that cannot be understood.
  static let usage = [
    CommandFault(
      "missing_command", status: 64, "fund",
      "fund: name a command: issue, correct, allocate, pay, return, reverse, paylist, balance",
      "fund：请写明命令：issue, correct, allocate, pay, return, reverse, paylist, balance"),
    CommandFault(
      "unknown_command", status: 64, "imprt a.csv",
      "unknown command “imprt”; did you mean import?",
      "没有命令“imprt”，是不是 import？"),
    CommandFault(
      "unknown_option", status: 64, "show 4331231042010001 --jsn",
      "show: unknown option “--jsn”; did you mean --json?",
      "show：没有选项“--jsn”，是不是 --json？"),
    CommandFault(
      "unknown_option", status: 64, "-V",
      "unknown option “-V”; see “sixpoint help”",
      "没有选项“-V”，用法见“sixpoint help”"),
    CommandFault(
      "missing_value", status: 64, "log 4331231042010001 visit --note",
      "log: --note needs a value: --note TEXT; one that begins with a dash as --note=-…",
      "log：--note 需要一个值：--note 文字；以“-”开头的值写作 --note=-…"),
    CommandFault(
      "unexpected_value", status: 64, "show 4331231042010001 --json=yes",
      "show: --json takes no value, but was given “yes”",
      "show：--json 不带值，却写了“yes”"),
    CommandFault(
      "repeated_option", status: 64, "list visits --staff S433123-0001 --staff S433123-0002",
      "list visits: --staff is given twice; give it once",
      "list visits：--staff 重复，只能写一次"),
    CommandFault(
      "conflicting_options", status: 64, "list gaps --json --format csv",
      "list gaps: --json and --format do not go together",
      "list gaps：--json 与 --format 不能同时使用"),
    CommandFault(
      "conflicting_options", status: 64, "report monthly --month 2011-06 --json --format csv",
      "report monthly: --json and --format do not go together",
      "report monthly：--json 与 --format 不能同时使用"),
    CommandFault(
      "missing_option", status: 64, "init --register new.db --office 433123",
      "init: --year is needed; see “sixpoint help init”",
      "init：缺少 --year，用法见“sixpoint help init”"),
    CommandFault(
      "missing_argument", status: 64, "show",
      "show: HOUSEHOLD is needed; see “sixpoint help show”",
      "show：缺少户编号，用法见“sixpoint help show”"),
    CommandFault(
      "unexpected_argument", status: 64, "show 4331231042010001 4331231042010002",
      "show: unexpected argument “4331231042010002”; see “sixpoint help show”",
      "show：多余的参数“4331231042010002”，用法见“sixpoint help show”"),
    CommandFault(
      "empty_value", status: 64, "show ''",
      "show: HOUSEHOLD is empty; write a value; see “sixpoint help show”",
      "show：户编号是空的，请填写，用法见“sixpoint help show”"),
    CommandFault(
      "unknown_value", status: 64, "report monthly --month 2011-06 --format xml",
      "report monthly: --format does not know “xml”; one of: text, csv, json, html",
      "report monthly：--format 不认识“xml”，可选：text, csv, json, html"),
    CommandFault(
      "malformed_value", status: 64, "report monthly --month June",
      "report monthly: --month cannot be “June”; write it like 2011-06",
      "report monthly：--month 不能是“June”，应写作 2011-06 这样"),
    CommandFault(
      "value_out_of_range", status: 64,
      "init --register new.db --office 433123 --year 11 --target 1",
      "init: --year cannot be “11”; a whole number from 1949 to 2199",
      "init：--year 不能是“11”，应为 1949 至 2199 的整数"),
    CommandFault(
      "malformed_setting", status: 64, "config lang fr",
      "lang takes en or zh, not “fr”",
      "lang 只能是 en 或 zh，不能是“fr”"),
    CommandFault(
      "wrong_level", status: 64, "config county 430000",
      "Hunan Province is no county; name a county",
      "湖南省不是县级，请写县名"),
    CommandFault(
      "missing_option", status: 64, "show 4331231042010001 --reveal --reason ''",
      "show: --reason is needed; see “sixpoint help show”",
      "show：缺少 --reason，用法见“sixpoint help show”"),
    CommandFault(
      "unknown_option", status: 64, "disclose list 433123104201 --reveal",
      "disclose list: unknown option “--reveal”; see “sixpoint help disclose list”",
      "disclose list：没有选项“--reveal”，用法见“sixpoint help disclose list”"),
    CommandFault(
      "nothing_to_correct", status: 64, "member correct 4331231042010001 吴军良",
      "what is to be corrected? give one of --name, --id, --birth, --sex, --relation, --phone, --account, --verified",
      "更正什么？请写 --name、--id、--birth、--sex、--relation、--phone、--account、--verified 之一"),
    CommandFault(
      "since_after_day", status: 64, "list unvisited --since 2011-07-01 --on 2011-06-30",
      """
      --since 2011-07-01 is after 2011-06-30, the day that is asked about; give --on or an earlier \
      --since
      """,
      "--since 2011-07-01 晚于所问日期 2011-06-30；请写 --on，或更早的 --since"),
    CommandFault(
      "unknown_value", status: 64, "log 4331231042010001 dance --staff S433123-0001",
      """
      log: KIND does not know “dance”; one of: visit, delivery, training, construction, sale, \
      finding, other
      """,
      "log：类别不认识“dance”，可选：走访, 发放, 培训, 施工, 销售, 问题, 其他"),
    CommandFault(
      "missing_argument", status: 64, "explain",
      "explain: RULE is needed; see “sixpoint help explain”",
      "explain：缺少规则名，用法见“sixpoint help explain”"),
    CommandFault(
      "empty_value", status: 64, "find ''",
      "find: TEXT is empty; write a value; see “sixpoint help find”",
      "find：查找内容是空的，请填写，用法见“sixpoint help find”"),
    CommandFault(
      "unknown_option", status: 64, "template rooster",
      "template: SHEET does not know “rooster”; did you mean roster?",
      "template：表格不认识“rooster”，是不是 roster？"),
    CommandFault(
      "unknown_value", status: 64, "withdraw rooster x --reason x --yes",
      "withdraw: SHEET does not know “rooster”; did you mean roster?",
      "withdraw：表格不认识“rooster”，是不是 roster？"),
    CommandFault(
      "malformed_value", status: 64,
      "log 4331231042010001 visit --staff S433123-0001 --quantity 3x",
      "log: --quantity cannot be “3x”; write it like 12.5",
      "log：--quantity 不能是“3x”，应写作 12.5 这样"),
  ]
}
