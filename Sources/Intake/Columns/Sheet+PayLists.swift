import Domain

extension Sheet {
  package static let payLists = Sheet(
    "pay_lists", "代发清单", "One row a household's money on a list for the bank", "一行一户一笔代发资金",
    [
      Column(
        "paylist_no", "代发清单号", .identifier, required: true, key: true, "The list's number",
        "代发清单号"),
      Column(
        "household_no", "户编号", .identifier, required: true, key: true, "Whose money it is", "户编号"),
      Column("name", "收款人姓名", .personName, required: true, "To whom the bank pays", "收款人姓名"),
      Column(
        "account_no", "一卡通账号", .account, required: true, "The bank's account", "一卡通账号"),
      Column("amount", "金额", .money, required: true, "Yuan, above zero", "元，大于零"),
      Column(
        "project_no", "项目编号", .identifier, required: true, key: true,
        "The project the money is of", "项目编号"),
      Column(
        "batch_no", "批次号", .identifier, required: true, key: true, "The batch the money is of",
        "批次号"),
      Column(
        "source", "资金来源", .coded(.source), key: true, "Where the batch has more than one source",
        "批次有多个来源时填写"),
      Column(
        "drawn_on", "清单生成日期", .day, required: true, past: true,
        "The day of the list, the same in all its rows", "清单生成日期，同一清单各行相同"),
      Column(
        "after", "接续清单号", .identifier, "The list whose failed row this one repeats", "补发时填原失败清单号"),
    ])

  package static let bankReturns = Sheet(
    "bank_returns", "代发结果", "One row for each row of a pay list", "代发清单每行的发放结果",
    [
      Column(
        "paylist_no", "代发清单号", .identifier, required: true, key: true, "The list's number",
        "代发清单号"),
      Column(
        "household_no", "户编号", .identifier, required: true, key: true, "The household of the row",
        "户编号"),
      Column("account_no", "一卡通账号", .account, "The account, as the list has it", "一卡通账号，与清单一致"),
      Column(
        "amount", "金额", .money, required: true, key: true, "Yuan, as the list has it", "元，与清单一致"),
      Column(
        "result", "发放结果", .coded(.bankResult), required: true, "paid or failed", "成功或失败"),
      Column("voucher_no", "凭证号", .identifier, "Paid: the payment's own number", "成功时填凭证号，只用一次"),
      Column("paid_on", "拨付日期", .day, past: true, "Paid: the day", "成功时填拨付日期"),
      Column("reason", "失败原因", .text, "Failed: why", "失败时填原因"),
    ])

  /// The sheet that this one's file may repeat with an answer beside each row: a header that is whole for
  /// both is this sheet's.
  package var answers: Sheet? { name == Sheet.bankReturns.name ? .payLists : nil }
}
