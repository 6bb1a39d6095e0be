extension CommandFault {
  /// Acts that the register refuses.
  static let acts = [
    CommandFault(
      "not_a_register", status: 2, "check --register lines.txt",
      """
      lines.txt is not a register of sixpoint, or its first page is damaged; name the register's own \
      file, or restore a backup with “sixpoint restore BACKUP”
      """,
      """
      lines.txt 不是 sixpoint 的登记库，或文件头已损坏；请指定登记库文件本身，\
      或用“sixpoint restore 备份文件”恢复备份
      """),
    CommandFault(
      "is_folder", status: 2, "check --register empty",
      "empty is a folder, and a register is a file; name the file, such as empty/register.db",
      "empty 是文件夹，而登记库是文件；请指定文件，如 empty/register.db"),
    CommandFault(
      "register_missing", status: 1, "check --register none.db",
      """
      there is no register at none.db; make one with “sixpoint init --office Fenghuang --year 2011 \
      --register none.db”, of your own office by name or code, or name another with --register
      """,
      """
      none.db 处没有登记库；请用“sixpoint init --office 凤凰县 --year 2011 --register none.db”新建（写本单位名称或代码），或用 \
      --register 另指
      """),
    CommandFault(
      "folder_missing", status: 1,
      "init --register none/a.db --office 433123 --year 2011 --target 1",
      "the folder of none/a.db does not exist; make it first, or name another path",
      "none/a.db 所在的文件夹不存在；请先建立，或另指路径"),
    CommandFault(
      "outside_office", status: 1, "import lines.txt --outside-office",
      "--outside-office is for a province's register; this one is of 433123",
      "--outside-office 只用于省级登记库，本登记库属于 433123"),
    CommandFault(
      "same_staff", status: 1, "handover S433123-0001 S433123-0001 --on 2011-06-01",
      "S433123-0001 cannot hand over to himself; name another",
      "移交人与接手人相同：S433123-0001"),
    CommandFault(
      "nothing_to_hand_over", status: 1,
      "handover S433123-0036 S433123-0002 --on 2012-01-30 --village 433123104201",
      "S433123-0036 answers for no such household on 2012-01-30",
      "S433123-0036 在 2012-01-30 没有可移交的户"),
    CommandFault(
      "nothing_vacant", status: 1,
      "assign contact S433123-0001 4331231042010001 --since 2011-06-01 --vacant",
      "somebody answers for the household in that role already",
      "这 1 户该责任均已有人"),
    CommandFault(
      "unknown_region", status: 1,
      "assign contact S433123-0001 --village 433123100001 --since 2011-06-01",
      """
      there is no place “433123100001” here; did you mean 433123109001 Shawan Community or \
      433123101002 Liaojiaqiao Community or 433123101201 Wachang Village?
      """,
      "没有“433123100001”这个地方，是不是 433123109001 沙湾社区 或 433123101002 廖家桥社区 或 433123101201 瓦场村？"),
    CommandFault(
      "nothing_to_pay", status: 1,
      "fund paylist L9 --project P433123-00001 --on 2011-01-01 -o pay.csv",
      """
      nothing is to pay by this list: no household with an account has money that is neither paid \
      nor on a list
      """,
      "没有可列入本清单的资金：有账号的户均无未拨付且未列入清单的资金"),
    CommandFault(
      "no_posting", status: 1, "disclose down P433123-00001 433123104201 --on 2010-01-01",
      "project P433123-00001 in 433123104201 was not posted by 2010-01-01; “disclose post” records that",
      "项目 P433123-00001（433123104201）在 2010-01-01 之前没有公示；请先用“disclose post”登记"),
    CommandFault(
      "no_open_objection", status: 1,
      "disclose answer P433123-00001 433123104201 --answer x --on 2011-06-01",
      "there is no such open objection to project P433123-00001 in 433123104201",
      "项目 P433123-00001（433123104201）没有这样的未答复异议"),
    CommandFault(
      "no_open_finding", status: 1,
      "inspect settle I1 4331231042010001 --settlement x --on 2011-06-01",
      "inspection I1 has no such open finding in household 4331231042010001 on 2011-06-01",
      "检查 I1 在户 4331231042010001 没有这样的未整改问题（2011-06-01）"),
    CommandFault(
      "not_linked", status: 1, "project unlink P433123-00001 4331231042010001 --until 2010-06-01",
      "4331231042010001 takes no part in project P433123-00001 before 2010-06-01",
      "4331231042010001 在 2010-06-01 之前没有参加项目 P433123-00001"),
    CommandFault(
      "stands", status: 1, "staff add S433123-0001 --name 别人",
      "staff_no: is registered already with name 施德; use “sixpoint staff correct” to correct it",
      "责任人编号：已登记，且姓名为 施德；更正请用 sixpoint staff correct"),
    CommandFault(
      "same_file", status: 1, "restore register.db --yes",
      "register.db is the register itself; name a backup of it",
      "register.db 就是登记库本身；请指定其备份"),
    CommandFault(
      "symbolic_link", status: 1, "check --register link.db",
      "link.db is a symbolic link, which a register is never reached through; name the file itself",
      "link.db 是符号链接，登记库不经符号链接打开；请指定文件本身"),
    CommandFault(
      "repeated_progress", status: 1,
      """
      log 4331231042060013 visit --staff S433123-0001 --on 2011-03-02 ;; log 4331231042060013 \
      visit --staff S433123-0001 --on 2011-03-02
      """,
      "the same was logged already; if it is another, tell them apart with --note or --unit",
      "相同的记录已经存在；如确为另一条，请用 --note 或 --unit 加以区别"),
    CommandFault(
      "already_head", status: 1, "household head 4331231042010001 吴军良 --on 2011-06-01",
      "member: is head already; name another person",
      "成员身份证号：已是户主；请写另一人"),
    CommandFault(
      "before_enrolment", status: 1, "household end 4331231042010001 --on 2010-01-01 --ground x",
      "on: lies before the household's enrolment on 2011-05-18; correct the day",
      "变动日期：早于该户纳入日期 2011-05-18，请更正日期"),
    CommandFault(
      "future_date", status: 1, "enrol 4331239999 --village 433123104201 --head 甲 --on 2013-01-01",
      "enrolled_on: a day in the future; give the day on which it happened",
      "纳入日期：日期在今天之后，请填实际发生的日期"),
    CommandFault(
      "source_needed", status: 1,
      "fund allocate XJ2011-1 --county 433123 --amount 99999999 --on 2011-06-01",
      "source: batch XJ2011-1 has several sources; name one with --source (central, provincial)",
      "资金来源：批次 XJ2011-1 有多个资金来源，请用 --source 指明（中央、省级）"),
    CommandFault(
      "source_needed", status: 1,
      """
      fund pay 4331231042060013 --project P433123-00001 --batch XJ2011-1 --amount 1 --voucher V1 \
      --on 2011-06-01
      """,
      "source: batch XJ2011-1 has several sources; name one with --source (central, provincial)",
      "资金来源：批次 XJ2011-1 有多个资金来源，请用 --source 指明（中央、省级）"),
    CommandFault(
      "periods_overlap", status: 1,
      "assign contact S433123-0002 4331231042010001 --since 2011-06-01",
      """
      since: overlaps the period of S433123-0003 that stands, from 2011-05-12 and open; end one \
      before the other begins
      """,
      "开始日期：与 S433123-0003 现有记录的期间（2011-05-12 起未终止）重叠，请先终止其一"),
    CommandFault(
      "unknown_value", status: 1,
      "enrol 4331231042019001 --village 433123104201 --head 甲 --sex girl --on 2011-06-20",
      "sex \"girl\": is not a known value; one of male, female",
      "性别 \"girl\"：不是可用的值，可选：男、女"),
    CommandFault(
      "money_form", status: 1, "income 4331231042010001 --year 2011 --total x",
      "total: is no amount; write yuan like 1234.50",
      "家庭年总纯收入：不是金额，应写作 1234.50 这样（元）"),
    CommandFault(
      "not_a_register", status: 2, "upgrade --register lines.txt",
      """
      lines.txt is not a register of sixpoint, or its first page is damaged; name the register's own \
      file, or restore a backup with “sixpoint restore BACKUP”
      """,
      """
      lines.txt 不是 sixpoint 的登记库，或文件头已损坏；请指定登记库文件本身，\
      或用“sixpoint restore 备份文件”恢复备份
      """),
    CommandFault(
      "output_is_register", status: 1, "backup register.db",
      "register.db is a register, or belongs to one; name another file",
      "register.db 是登记库或其附属文件，请另选文件名"),
    CommandFault(
      "unknown_household", status: 1, "show 新村",
      "there is no household, official, project or batch 新村; look for it with “sixpoint find”",
      "没有编号为 新村 的户、责任人、项目或批次，请用“sixpoint find”查找"),
    CommandFault(
      "unknown_entry", status: 1, "report monthly --month 2011-06 --known 99",
      "there is no entry 99; the last one is 16",
      "没有第 99 号录入单，最后一号是 16"),
    CommandFault(
      "unknown_staff", status: 1, "today --staff S9",
      "there is no official S9; “sixpoint find” looks for staff by name",
      "没有责任人 S9；可用“sixpoint find”按姓名查找"),
    CommandFault(
      "not_approved", status: 1,
      """
      fund pay 4331231042060013 --project P433123-00001 --batch XJ2011-1 --source central --amount \
      1 --voucher V1 --on 2011-06-01
      """,
      """
      paid_on: project P433123-00001 is approved on 2011-08-12, after this day; money goes to a \
      project from its approval on
      """,
      "拨付日期：项目 P433123-00001 于 2011-08-12 批复，晚于该日；批复之日起方可拨款"),
    CommandFault(
      "second_head", status: 1, "member add 4331231042010001 新人 --relation head --on 2011-06-01",
      """
      relation: the head is 吴军良, and a household has exactly one; change the head with \
      “sixpoint household head”
      """,
      "与户主关系：户主是吴军良，一户只有一名户主；户主变更请用 sixpoint household head"),
    CommandFault(
      "same_household", status: 1,
      "household merge 4331231042010001 4331231042010001 --on 2011-06-01",
      "other_household: the same household as in household_no; name the other one",
      "对方户编号：与户编号是同一户；请填写另一户的编号"),
    CommandFault(
      "date_order", status: 1, "project approve P433123-00001 --on 2011-06-01",
      "approved_on: lies before reviewed_on (2011-08-10); correct one of the two",
      "批复日期：早于评审日期（2011-08-10），请更正其中一项"),
    CommandFault(
      "column_conflict", status: 1, "project cancel P433123-00001 --reason x --on 2010-01-01",
      """
      cancelled_on: project P433123-00001 was closed on 2011-12-24 (entry 7); take that back first \
      with “sixpoint project correct P433123-00001 --closed '(clear)'”, or leave it so
      """,
      """
      取消日期：项目 P433123-00001 已于 2011-12-24 办结（第 7 号录入单）；请先用 sixpoint project correct \
      P433123-00001 --closed 清空 撤回，或保持不变
      """),
    CommandFault(
      "wrong_level", status: 1, "household move 4331231042010001 433123104 --on 2011-06-01",
      "433123104 Chatian Town is a township; give a village",
      "433123104 茶田镇是乡镇，应写村"),
    CommandFault(
      "ladder", status: 1,
      "fund return XJ2011-1 --source central --county 433123 --amount 99999999 --on 2011-06-01",
      """
      amount: XJ2011-1 (central) of Fenghuang County holds 3300888.36 yuan on 2011-06-01; \
      99999999.00 asked
      """,
      "金额：凤凰县批次 XJ2011-1（中央） 在 2011-06-01 有 3300888.36 元；要求 99999999.00 元"),
    CommandFault(
      "close_order", status: 1, "close 2012-02 --yes",
      "months are closed in order: 2011-01 is next, before 2012-02",
      "须按月依次月结：先月结 2011-01，再月结 2012-02"),
  ]
}
