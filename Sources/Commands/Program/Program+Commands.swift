import Arguments

extension Program {
  /// All commands, in the order of the help.
  package static let commands: [any Command.Type] = [
    InitCommand.self,
    ImportCommand.self, TemplateCommand.self, PreviewCommand.self, ExportCommand.self,
    EnrolCommand.self,
    MemberAddCommand.self,
    MemberLeaveCommand.self,
    MemberCorrectCommand.self,
    HouseholdMoveCommand.self,
    HouseholdReclassCommand.self,
    HouseholdHeadCommand.self,
    HouseholdSplitCommand.self,
    HouseholdMergeCommand.self,
    HouseholdEndCommand.self,
    PlanCommand.self,
    AssignCommand.self,
    HandoverCommand.self,
    StaffAddCommand.self,
    StaffCorrectCommand.self,
    StaffLeaveCommand.self,
    StaffListCommand.self,
    StaffLoadCommand.self,
    IncomeCommand.self,
    YearOpenCommand.self,
    ProjectProposeCommand.self,
    ProjectCorrectCommand.self,
    ProjectReviewCommand.self,
    ProjectApproveCommand.self,
    ProjectRejectCommand.self,
    ProjectStartCommand.self,
    ProjectAcceptCommand.self,
    ProjectCloseCommand.self,
    ProjectCancelCommand.self,
    ProjectLinkCommand.self,
    ProjectUnlinkCommand.self,
    InspectDrawCommand.self,
    InspectRecordCommand.self,
    InspectSettleCommand.self,
    InspectListCommand.self,
    DiscloseListCommand.self,
    DisclosePostCommand.self,
    DiscloseDownCommand.self,
    DiscloseObjectCommand.self,
    DiscloseAnswerCommand.self,
    DiscloseBatchCommand.self,
    LogCommand.self, TodayCommand.self, ShowCommand.self, FindCommand.self,
    ListHouseholdsCommand.self,
    ListGapsCommand.self,
    ListFulfilledCommand.self,
    ListLapsedCommand.self,
    ListAllocatedCommand.self,
    ListPaidCommand.self,
    ListAcceptedCommand.self,
    ListIncomeGoalCommand.self,
    ListVisitsCommand.self,
    ListUnvisitedCommand.self,
    ListDueCommand.self,
    FundIssueCommand.self,
    FundCorrectCommand.self,
    FundAllocateCommand.self,
    FundPayCommand.self,
    FundReturnCommand.self,
    FundReverseCommand.self,
    FundPaylistCommand.self,
    FundBalanceCommand.self,
    ReportMonthlyCommand.self,
    ReportFundsCommand.self,
    ReportStaffCommand.self,
    ReportClassesCommand.self,
    ReportTargetCommand.self,
    ReportExceptionsCommand.self,
    ReportSubmissionsCommand.self,
    CloseCommand.self,
    ReportAnnualCommand.self,
    CheckCommand.self,
    HistoryCommand.self, UndoCommand.self, WithdrawCommand.self,
    BackupCommand.self, RestoreCommand.self, UpgradeCommand.self,
    ConfigCommand.self, ExplainCommand.self, CompletionsCommand.self,
    VersionCommand.self,
  ]

  /// The first words that several commands share.
  static let groups: [CommandGroup] = [
    CommandGroup(
      ["member"], summary: Bilingual("The people of a household.", zh: "家庭成员。")),
    CommandGroup(
      ["household"], summary: Bilingual("The life of a household.", zh: "农户变动。")),
    CommandGroup(["staff"], summary: Bilingual("Responsible persons.", zh: "责任人。")),
    CommandGroup(["year"], summary: Bilingual("Programme years.", zh: "年度。")),
    CommandGroup(
      ["project"], summary: Bilingual("Projects, from proposal to closing.", zh: "项目，从申报到结项。")),
    CommandGroup(
      ["inspect"], summary: Bilingual("Inspections and what they find.", zh: "检查及发现的问题。")),
    CommandGroup(
      ["disclose"], summary: Bilingual("Public lists, postings and objections.", zh: "公示名单、公示和异议。")),
    CommandGroup(["fund"], summary: Bilingual("Money, rung by rung.", zh: "资金逐级管理。")),
    CommandGroup(["list"], summary: Bilingual("List what there is.", zh: "列出清单。")),
    CommandGroup(["report"], summary: Bilingual("Print a report.", zh: "打印报表。")),
  ]

  /// The headings of the overview, with the first words of the commands beneath each.
  static let chapters: [CommandChapter] = [
    CommandChapter(
      Bilingual("The register", zh: "登记库"),
      ["init", "year", "check", "backup", "restore", "upgrade"]),
    CommandChapter(Bilingual("Sheets", zh: "表格"), ["import", "template", "preview", "export"]),
    CommandChapter(
      Bilingual("Households and points", zh: "户与六到"),
      [
        "enrol", "member", "household", "plan", "assign", "handover", "staff", "log", "income",
        "today", "show", "find", "list",
      ]),
    CommandChapter(Bilingual("Projects and money", zh: "项目与资金"), ["project", "fund"]),
    CommandChapter(
      Bilingual("Reports", zh: "报表"), ["report", "close", "inspect", "disclose"]),
    CommandChapter(Bilingual("Entries", zh: "录入单"), ["history", "undo", "withdraw"]),
    CommandChapter(
      Bilingual("The program", zh: "程序"), ["config", "explain", "completions", "version", "help"]),
  ]
}
