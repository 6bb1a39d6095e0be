import Domain

extension Sheet {
  package static let batches = Sheet(
    "batches", "资金批次", "One row a batch and source", "一行一批次一来源",
    [
      Column("batch_no", "批次号", .identifier, required: true, key: true, "The batch number", "批次号"),
      // A number, of as many digits as its office gives it.
      Column(
        "document_no", "文号", .name, required: true, ids: true, "The document it was issued under",
        "文号"),
      Column("issued_on", "下达日期", .day, required: true, past: true, "The day of issue", "下达日期"),
      Column(
        "fund", "专项资金", .fund, required: true, "convergence, rain_plan, contiguous or a name",
        "两项制度衔接、雨露计划、连片开发或其他名称"),
      Column(
        "source", "资金来源", .coded(.source), required: true, key: true,
        "central, provincial, prefecture, county, lottery, society, loan or self",
        "中央、省、市州、县、彩票公益金、社会、信贷或自筹"),
      Column("amount", "金额", .money, required: true, "Yuan", "金额（元）"),
      Column(
        "announced_on", "公告日期", .day, past: true,
        "The day its allocation was announced publicly; empty where it was not yet",
        "资金安排公告公示的日期，尚未公告的留空"),
    ])

  package static let allocations = Sheet(
    "allocations", "资金安排", "One row a movement down the ladder, or back", "一行一笔资金下拨或退回",
    [
      Column(
        "movement_no", "移动编号", .identifier, required: true, key: true,
        "The movement's own number, used once", "移动编号，只用一次"),
      Column("batch_no", "批次号", .identifier, required: true, "The batch the money is of", "批次号"),
      Column(
        "source", "资金来源", .coded(.source), "Where the batch has more than one source", "批次有多个来源时填写"),
      Column(
        "county_code", "县代码", .region(.county),
        "To the county, or the county it comes from", "县代码"),
      Column(
        "project_no", "项目编号", .identifier, "To the project, or the project it comes from", "项目编号"),
      Column("household_no", "户编号", .identifier, "To the household", "户编号"),
      Column("amount", "金额", .money, required: true, "Yuan; negative is a return", "元，负数为退回"),
      Column("moved_on", "移动日期", .day, required: true, past: true, "The day", "移动日期"),
      Column("reverses", "冲销移动编号", .identifier, "The movement it takes back whole", "冲销的移动编号"),
    ])

  package static let payments = Sheet(
    "payments", "资金拨付", "One row a voucher", "一行一张凭证",
    [
      Column(
        "voucher_no", "凭证号", .identifier, required: true, key: true,
        "The voucher's own number, used once", "凭证号，只用一次"),
      Column(
        "household_no", "户编号", .identifier, "Who was paid: a household, or a payee", "收款户编号，与收款人二选一"
      ),
      Column("payee", "收款人", .name, "Who was paid where it is no household", "收款单位或个人"),
      Column(
        "project_no", "项目编号", .identifier, required: true, "The project the money is of", "项目编号"),
      Column("batch_no", "批次号", .identifier, required: true, "The batch the money is of", "批次号"),
      Column(
        "source", "资金来源", .coded(.source), "Where the batch has more than one source", "批次有多个来源时填写"),
      Column("amount", "金额", .money, required: true, "Yuan; negative is a return", "元，负数为退回"),
      Column("paid_on", "拨付日期", .day, required: true, past: true, "The day", "拨付日期"),
      Column("reverses", "冲销凭证号", .identifier, "The voucher it takes back whole", "冲销的凭证号"),
    ])
}
