import Arguments

extension Program {
  /// What somebody types who has never seen the program; a test runs the first line as it is printed.
  static let beginning: [CommandGuide] = [
    CommandGuide(
      Bilingual("First, once", zh: "第一次使用"),
      [
        CommandGuide.Step(
          InitCommand.firstLine,
          Bilingual("your county or province", zh: "建立登记库：写本县或本省")),
        CommandGuide.Step(
          Bilingual("sixpoint import FOLDER", zh: "sixpoint import 文件夹"),
          Bilingual("its sheets, as CSV files", zh: "导入各表（CSV 文件）")),
      ]),
    CommandGuide(
      Bilingual("A day", zh: "日常使用"),
      [
        CommandGuide.Step(
          "sixpoint today",
          Bilingual("logged, due, whom to visit", zh: "已记录、到期事项、待走访的户")),
        CommandGuide.Step(
          Bilingual("sixpoint find NAME", zh: "sixpoint find 姓名"),
          Bilingual("by name, number, phone, place", zh: "按姓名、编号、电话、地名查找")),
        CommandGuide.Step(
          Bilingual("sixpoint show HOUSEHOLD", zh: "sixpoint show 户编号"),
          Bilingual("members, six points, money", zh: "家庭成员、六到、资金")),
        CommandGuide.Step(
          "sixpoint log",
          Bilingual("a visit or delivery; it asks", zh: "记下走访、发放等，逐项询问")),
        CommandGuide.Step(
          "sixpoint report monthly --month 2011-06",
          Bilingual("where the targets stand", zh: "月度落实情况")),
      ]),
  ]

  static let beginningFurther: [CommandGuide] = [
    CommandGuide(
      Bilingual("More", zh: "更多"),
      [
        CommandGuide.Step(
          "sixpoint help", Bilingual("all commands, and where to learn more", zh: "全部命令，以及如何进一步了解")),
        CommandGuide.Step(
          "sixpoint help log", Bilingual("one command, with examples", zh: "某个命令的用法和示例")),
        CommandGuide.Step(
          "sixpoint config lang zh",
          Bilingual("speak Chinese from now on (中文)", zh: "一直使用中文（English: en）")),
      ])
  ]

  static let further: [CommandGuide] = [
    CommandGuide(
      Bilingual("Learn more", zh: "进一步了解"),
      [
        CommandGuide.Step(
          "sixpoint help log",
          Bilingual("options with units and defaults, examples", zh: "某个命令的选项、单位、默认值和示例")),
        CommandGuide.Step(
          "sixpoint template roster", Bilingual("what a sheet's columns take", zh: "表格各列的填法")),
        CommandGuide.Step(
          "sixpoint explain date_form",
          Bilingual("more of a rule that refused something", zh: "详细说明拒收所依据的规则")),
        CommandGuide.Step(
          "sixpoint config",
          Bilingual("register, officer, language, and where from", zh: "登记库、经办人、语言及其来源")),
      ])
  ]
}
