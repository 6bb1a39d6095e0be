extension CommandFault {
  /// What is not there, stands in the way, or is the wrong kind of thing.
  static let things = [
    CommandFault(
      "unknown_household", status: 1, "show X1",
      "there is no household, official, project or batch X1; look for it with “sixpoint find”",
      "没有编号为 X1 的户、责任人、项目或批次，请用“sixpoint find”查找"),
    CommandFault(
      "unknown_household", status: 1, "plan 4331231042010009999 --starts 2011-03-01 --measures x",
      """
      household_no: no such household in the register; did you mean 4331231042010009? If not, \
      register it first with “sixpoint enrol”, or correct the number
      """,
      "户编号：登记库中没有这一户；是不是 4331231042010009？如不是，请先用 sixpoint enrol 登记，或更正编号"),
    CommandFault(
      "unknown_member", status: 1, "member leave 4331231042010001 张三丰 --on 2011-06-01",
      "nobody called “张三丰” is a member; on 2011-06-01 there are 吴军良, 吴香梅, 吴辉清, 施芳, 吴云",
      "该户没有成员“张三丰”；2011-06-01 的成员：吴军良、吴香梅、吴辉清、施芳、吴云"),
    CommandFault(
      "unknown_project", status: 1, "project start P9 --on 2011-06-01",
      "there is no project P9; “project propose” registers one", "没有项目 P9；登记项目请用“project propose”"),
    CommandFault(
      "unknown_staff", status: 1, "log 4331231042010001 visit --staff S9",
      "there is no official S9; “sixpoint find” looks for staff by name",
      "没有责任人 S9；可用“sixpoint find”按姓名查找"),
    CommandFault(
      "unknown_region", status: 1, "report monthly --month 2011-06 --county 新新县",
      "there is no place “新新县” here",
      "没有“新新县”这个地方"),
    CommandFault(
      "unknown_entry", status: 1, "undo 9999 --yes",
      "there is no entry 9999; the last one is 16",
      "没有第 9999 号录入单，最后一号是 16"),
    CommandFault(
      "unknown_movement", status: 1, "fund reverse X --number Y --on 2011-06-01",
      "there is no movement or voucher X to reverse; see “sixpoint export allocations”",
      "没有可冲销的资金移动或凭证 X；可用 “sixpoint export allocations” 查看"),
    CommandFault(
      "unknown_plan", status: 1, "plan end 4331231042010002 --on 2010-01-01",
      "household 4331231042010002 has no such plan on 2010-01-01",
      "户 4331231042010002 在 2010-01-01 没有这样的规划"),
    CommandFault(
      "unknown_office", status: 1, "init --register new.db --office 999999 --year 2011 --target 1",
      """
      no province, prefecture or county is “999999”; give six digits such as 433123, or a name \
      such as Fenghuang
      """,
      "没有省、市州或县是“999999”；请写六位代码如 433123，或名称如凤凰县"),
    CommandFault(
      "unknown_office", status: 1, "init --register new.db --office 鼓楼区 --year 2011 --target 1",
      """
      no province, prefecture or county is “鼓楼区”; give six digits such as 433123, or a name such \
      as Fenghuang
      """,
      "没有省、市州或县是“鼓楼区”；请写六位代码如 433123，或名称如凤凰县"),
    CommandFault(
      "unknown_rule", status: 1, "explain date_from",
      "there is no rule “date_from”; did you mean date_form?",
      "没有规则“date_from”，是不是 date_form？"),
    CommandFault(
      "unknown_year", status: 1, "report monthly --month 2019-01",
      "the register keeps nothing of 2019; it keeps 2011",
      "登记库没有 2019 年度；现有 2011"),
    CommandFault(
      "wrong_level", status: 1, "report monthly --month 2011-06 --county 433123104",
      "433123104 Chatian Town is a township; give a place from province to county",
      "433123104 茶田镇是乡镇，应写省至县一级的地方"),
    CommandFault(
      "wrong_level", status: 1, "disclose list 433123",
      "433123 Fenghuang County is a county; give a village",
      "433123 凤凰县是县，应写村"),
    CommandFault(
      "unknown_office", status: 1, "import a.csv --county 433123104",
      "no province, prefecture or county is “433123104”; did you mean 431230 or 433123 or 433124?",
      "没有省、市州或县是“433123104”，是不是 431230 或 433123 或 433124？"),
    CommandFault(
      "already_there", status: 1,
      "init --register register.db --office 433123 --year 2011 --target 1",
      "register.db is there already and was not touched; name another path with --register",
      "register.db 已经存在，未作改动；请用 --register 另指路径"),
    CommandFault(
      "cannot_be_undone", status: 1, "undo 1 --yes",
      "entry 1 (init) cannot be undone by its nature",
      "第 1 号录入单（init）按其性质不能撤销"),
    CommandFault(
      "staff_registered", status: 1, "undo 2 --yes",
      """
      refused: facts would rest on a person in charge who is not registered: staff S433123-0001 \
      (entries 9, 15)
      """,
      "拒绝：有记录所属的责任人将不在登记库中：责任人 S433123-0001（第 9、15 号录入单）"),
    CommandFault(
      "later_entries_depend", status: 1,
      "staff add S9 --name 甲 ;; staff correct S9 --name 乙 ;; undo 17 --yes",
      "entry 17 cannot be undone: entry 18 replaced facts of it or rests on them; undo that one first",
      "第 17 号录入单不能撤销：第 18 号录入单已更改其中内容或以其为依据，请先撤销"),
    CommandFault(
      "close_order", status: 1, "close 2011-03 --yes",
      "months are closed in order: 2011-01 is next, before 2011-03",
      "须按月依次月结：先月结 2011-01，再月结 2011-03"),
    CommandFault(
      "already_closed", status: 1, "close 2011-01 --yes ;; close 2011-01 --yes",
      """
      2011-01 is closed already, by entry 17; a closed month is not opened again, what comes later \
      shows as restated
      """,
      "2011-01 已由第 17 号录入单月结；月结后不再打开，其后的变动显示为重述"),
    CommandFault(
      "month_not_closed", status: 1, "report monthly --month 2011-01 --known closed",
      "2011-01 is not closed; print it as known now",
      "2011-01 尚未月结；请按现知数打印"),
    CommandFault(
      "not_confirmed", status: 1, "undo 2",
      "undo takes entry 2 (import staff) back; say --yes to do it, or --dry-run to see whether it can be",
      "undo 将撤销第 2 号录入单（import staff）；请加 --yes 执行，或用 --dry-run 查看可否撤销"),
    CommandFault(
      "already_undone", status: 1,
      "log 4331231042060013 visit --staff S433123-0001 --on 2011-03-02 ;; undo 17 --yes ;; undo 17 --yes",
      "entry 17 was undone already, by entry 18",
      "第 17 号录入单已被第 18 号撤销"),
    CommandFault(
      "file_missing", status: 1, "import rooster.csv",
      "there is no file rooster.csv",
      "没有文件 rooster.csv"),
    CommandFault(
      "empty_folder", status: 1, "import empty",
      "there is no CSV file in empty",
      "empty 中没有 CSV 文件"),
    CommandFault(
      "empty_log", status: 1, "log -",
      "there is no line to log",
      "没有可记录的行"),
    CommandFault(
      "line_without_household", status: 1,
      "log --file lines.txt --staff S433123-0001 --on 2011-06-30",
      "line 1: it names no household and no project",
      "第 1 行：没有写户编号或项目编号"),
    CommandFault(
      "folder_missing", status: 2, "report monthly --month 2011-06 -o none/june.csv",
      "the folder of none/june.csv does not exist; make it first, or name another path",
      "none/june.csv 所在的文件夹不存在；请先建立，或另指路径"),
    CommandFault(
      "output_exists", status: 1, "report monthly --month 2011-06 -o lines.txt",
      "lines.txt exists already; name another file, or replace it with --force",
      "lines.txt 已存在；请另选文件名，或用 --force 覆盖"),
    CommandFault(
      "output_is_folder", status: 1, "report monthly --month 2011-06 -o empty",
      "empty is a folder; name a file in it",
      "empty 是文件夹，请指定其中的文件名"),
    CommandFault(
      "output_is_input", status: 1, "import lines.txt -o lines.txt --force",
      "lines.txt is the file that is read, which is never written over; name another file",
      "lines.txt 就是要读取的文件，不会覆盖；请另选文件名"),
    CommandFault(
      "output_is_register", status: 1, "report monthly --month 2011-06 -o register.db --force",
      "register.db is a register, or belongs to one; name another file",
      "register.db 是登记库或其附属文件，请另选文件名"),
    CommandFault(
      "system", status: 2, "report monthly --month 2011-06 -o /dev/full",
      "/dev/full: No space left on device",
      "/dev/full：磁盘已满"),
    CommandFault(
      "is_folder", status: 1, "preview empty",
      "empty is a folder; name a file",
      "empty 是文件夹，请指定文件"),
    CommandFault(
      "malformed_key", status: 64, "withdraw plans 4331231042010001 --reason x",
      "the key of plans is household_no,starts_on; give these or column=value",
      "减贫规划 的关键列为 户编号,规划开始日期，请按此填写，或写 列=值"),
    CommandFault(
      "conflicting_options", status: 1, "show S433123-0001 --html",
      "only a household has a handbook; leave out --html",
      "只有户有帮扶手册，请去掉 --html"),
  ]
}
