import Domain
import Intake

extension FaultWording {
  func english(_ notice: Notice) -> String {
    switch notice {
    case .fullWidth(let count):
      "\(cells(count)) with full-width digits or letters, read as ordinary ones; the first is on this line"
    case .excelSerials(let count, let first, let day):
      "\(cells(count)) with a spreadsheet's day number, read as a date; the first, on this line, \(first) became \(day); compare it with the original"
    case .januaryOrOctober(let count):
      "\(cells(count)) with a month like 1978.1, read as January, the first on this line; no cell of the column has .01 or .10, so that October may have lost its zero; write 1978-10"
    case .invisible(let count):
      "\(cells(count)) with characters that nobody sees, which were taken out; the first is on this line"
    case .formulas(let count):
      "\(cells(count)) with =\"…\" around the value, which was taken off; the first is on this line"
    case .tidiedNumbers(let count):
      "\(cells(count)) with blanks, thousands separators or .0 in a number, which were taken out; the first is on this line"
    case .nullWords(let count):
      "\(cells(count)) with a program's word for nothing (nan, NULL, None …), read as empty; the first is on this line"
    case .lostCharacters(let count):
      "\(cells(count)) in which ? or \u{FFFD} stands between Chinese characters: an encoding lost what stood there; the first is on this line, compare it with the original"
    case .fractions(let count):
      "all \(count) percentages lie between 0 and 1 and \(were) taken as they stand; write 40 for 40 percent, not 0.4"
    case .digitsLost(let numbers):
      "\(numbers == 1 ? "the only number" : "the only two numbers") of more than fifteen digits in this column \(numbers == 1 ? "has" : "have") zeros from the sixteenth digit on, as a spreadsheet leaves them; \(isWritten ? "" : "would be ")taken as written, compare with the original"
    case .yearNotKept(let year, let rows):
      "\(rows == 1 ? "an enrolment" : "\(rows) rows with enrolments") in \(year), a year that the register does not keep; is the date right?"
    case .fifteenDigits(let count):
      "\(cells(count)) with an ID of 15 digits, from before 1999; the first is on this line"
    case .names(let count):
      "\(cells(count)) with blanks or dots that were made the register's own; the first is on this line"
    case .codeList(let list, let count):
      "\(cells(count)) with a number, read by the list \(list); --codes names another"
    case .endsInZeros:
      "ends in 000, as numbers do that a spreadsheet rounded; it is valid and \(was) taken, compare it with the card"
    case .fileNamesCounty(let named, let rows):
      "the file's name says county \(named) and its rows are of \(rows); is it the right file?"
    case .otherVillage(let code, let known, let rows):
      "village_code \(code) is \(known.english)\(rows > 1 ? ", in \(rows) rows, the first on this line" : ""); the code \(was) taken, correct one of the two"
    case .personAlike(let first):
      "the same person as on line \(first), without an ID? Both \(were) taken as two people; take one row out if it is one"
    case .farAhead: "lies more than ten years ahead; is the year right?"
    case .begunAfterEnd(let day):
      "the household ended on \(FaultWording.day(day)); it \(was) taken, and counts for nothing from that day on"
    case .endedBefore(let names, let first):
      "the household has records from \(FaultWording.day(first)) on (\(FaultWording.listed(names, ", "))); it is ended, and they do not count; check the day"
    case .headerUnit(let unit):
      "amounts are in \(unit.chinese) (\(unit.yuan) yuan): every cell was multiplied, but those that name the unit themselves were read as they say"
    case .headerWords(let words):
      "“\(FaultWording.shortened(words))” in the header is not understood; the column \(was) taken as it is named, check that it is"
    case .controlZ:
      "a Ctrl-Z, the end mark of old systems, was at the end of the file and was taken out"
    case .noRows: "the file has a header and no rows; was the right file saved?"
    case .cancelledAfterAcceptance(let day):
      "the project was accepted on \(FaultWording.day(day)); its cancellation \(was) taken, is it right?"
    case .staffLeft(let staff, let day, let household):
      "\(staff) left office on \(FaultWording.day(day)); it \(was) taken for household \(household), correct the day or hand it over"
    case .staffHolds(let roles):
      "\(roles) \(roles == 1 ? "responsibility runs" : "responsibilities run") on after this day; hand them over"
    case .villageNotYet(let day):
      "the village is one only from \(FaultWording.day(day)) on; it \(was) taken, correct the day or the village"
    case .allowanceOverlaps(let line, let since, let until):
      "overlaps another period of this person, \(line.map { "on line \($0), " } ?? "")\(englishPeriod(since, until)); both \(were) taken, end one before the other begins"
    case .stale(let event, let day, let count):
      "\(cells(count)) older than the \(event) of \(FaultWording.day(day)): the value from before it, as in an earlier roster; left aside, and nothing was undone"
    case .namesake(let household, let line):
      "a person of this name and birth year, without an ID too, is in household \(household)\(line.map { " (line \($0))" } ?? "") of the same village; both \(were) taken, give the IDs or take one out if it is one person"
    case .nearNumber(let other, let line):
      "differs from \(FaultWording.shortened(other))\(line.map { " (line \($0))" } ?? "") in leading zeros, case or hyphens only; it \(was) taken as a new number, correct it if the two are one"
    case .moneyAtEnd(let household, let fen):
      "household \(household) ends with \(FaultWording.yuan(fen)) yuan allocated to it that were neither paid out nor returned; it \(was) ended, and stands in “report exceptions” until the money has gone back or out"
    case .doubledAccount(let own, let household, let line):
      "household \(own) has the same account as household \(household) on \(line.map { remedy("line \($0) of ", command: "") } ?? "")this list; is it the right one?"
    case .sharedAccount(let own, let household):
      "household \(own) has an account that the roster gives to a member of household \(household); is it the right one?"
    case .onPayList(let money, let list, let fen):
      "\(FaultWording.yuan(fen)) yuan of \(rung(money)) are on list \(FaultWording.shortened(list)), which the bank has not answered, and less is left for it now; if the bank pays them too, its answer cannot be entered: ask the bank, or reverse this payment"
    case .beyondInstalments(let money, let rule, let allowed, let paid):
      "\(rung(money)): \(englishBeyond(rule, allowed, paid)); it \(was) taken, is it right?"
    case .nearFund(let names):
      "no batch and no project is of this fund yet, and it is nearly \(names.joined(separator: " or ")); it \(was) taken as another fund, correct it if that is meant"
    case .otherDocument(let document, let source, let line):
      "the money of \(words(of: "source", [source], ", ")) under this batch number\(line.map { remedy(" (line \($0))", command: "") } ?? "") is of document \(FaultWording.shortened(document)), and a batch is money of one document; it \(was) taken, correct the document or give it a batch number of its own"
    case .projectOver(let project, let step, let day, let household):
      "project \(project) was \(step.name) on \(FaultWording.day(day)); the link of household \(household) \(was) taken\(step == .closed ? "" : ", and counts for nothing"), correct the day or the project"
    case .postedElsewhere(let project, let county):
      "project \(project) is of county \(county), and this village is of another; it \(was) taken, correct the village or the project"
    case .beforeDraw(let inspection, let day):
      "lies before inspection \(inspection) drew its households on \(FaultWording.day(day)); it \(was) taken, correct the day"
    case .figuresDisagree(let name, _, let relation, let stated, let computed):
      "“\(name)” is stated as \(stated), but \(english(relation)) \(computed); it \(was) taken as sent, and “report annual” tells the difference"
    case .unknownColumn: "is no column of the sheet and was ignored"
    case .namelessColumn(let place, let count):
      "column \(place) (\(FaultWording.letters(ofColumn: place)) in a spreadsheet) has no header, and \(cells(count)) below it \(count == 1 ? "holds" : "hold") something that was ignored; give it its header, or take it out"
    case .passedOver(let last):
      "passed over\(last > 0 ? " to line \(last)" : ""): blank, a title, a repeated header, a total or a remark"
    }
  }

  func chinese(_ notice: Notice) -> String {
    switch notice {
    case .fullWidth(let count): "有 \(count) 格含全角数字或字母，已按半角读取，首处在本行"
    case .excelSerials(let count, let first, let day):
      "有 \(count) 格是电子表格的日期序号，已读作日期，首处在本行：\(first) 读作 \(day)，请与原件核对"
    case .januaryOrOctober(let count):
      "有 \(count) 格的月份写作 1978.1 这样，已读作1月，首处在本行；本列没有 .01 或 .10，10月可能丢了末尾的0，请写作 1978-10"
    case .invisible(let count): "有 \(count) 格含看不见的字符，已去掉，首处在本行"
    case .formulas(let count): "有 \(count) 格写作 =\"…\"，已去掉外层，首处在本行"
    case .tidiedNumbers(let count): "有 \(count) 格的号码含空格、千位分隔符或 .0，已去掉，首处在本行"
    case .nullWords(let count):
      "有 \(count) 格是程序表示空值的词（nan、NULL、None 等），已按空格处理，首处在本行"
    case .lostCharacters(let count):
      "有 \(count) 格的汉字之间有 ? 或 \u{FFFD}，是编码转换丢失的字，首处在本行，请与原件核对"
    case .fractions(let count): "全部 \(count) 个百分数都在 0 与 1 之间，\(done)按原样录入；40% 应写作 40，不写 0.4"
    case .digitsLost(let numbers):
      "本列超过15位的号码只有 \(numbers) 个，从第16位起都是0，与电子表格截断的号码相似；\(done)按原样录入，请与原件核对"
    case .yearNotKept(let year, let rows):
      "有 \(rows) 行的纳入日期在 \(year) 年，登记库没有该年度，请核对日期"
    case .fifteenDigits(let count): "有 \(count) 格是15位身份证号，首处在本行"
    case .names(let count): "有 \(count) 格的空格或间隔号已统一写法，首处在本行"
    case .codeList(let list, let count): "有 \(count) 格是代码，按 \(list) 读取；可用 --codes 指定其他代码表"
    case .endsInZeros: "以000结尾，与电子表格截断的号码相似；校验无误，\(done)录入，请核对证件"
    case .fileNamesCounty(let named, let rows):
      "文件名所写的县是 \(named)，各行却属于 \(rows)；请核对是否选错文件"
    case .otherVillage(let code, let known, let rows):
      "村编码 \(code) 是“\(known.chinese)”\(rows > 1 ? "，共 \(rows) 行，首处在本行" : "")；\(done)按编码录入，请核对更正其中一项"
    case .personAlike(let first):
      "与第 \(first) 行完全相同且无身份证号，是否同一人？\(done)按两人录入；如系同一人，请删去一行"
    case .farAhead: "在十年以后，请核对年份"
    case .begunAfterEnd(let day):
      "该户已于 \(FaultWording.day(day)) 销户；\(done)录入，但自该日起不计入统计，请核对"
    case .endedBefore(let names, let first):
      "该户有自该日或之后开始的记录（\(FaultWording.listed(names.map(chineseName), "、"))，最早 \(FaultWording.day(first))）；已销户，这些记录不计入统计，请核对日期"
    case .headerUnit(let unit): "金额单位为\(unit.chinese)，各格已按 \(unit.yuan) 元换算"
    case .headerWords(let words):
      "表头中的“\(FaultWording.shortened(words))”无法理解；\(done)按列名录入，请核对"
    case .controlZ: "文件末尾有 Ctrl-Z 结束符，已去掉"
    case .noRows: "文件只有表头，没有数据行；请核对是否存错文件"
    case .cancelledAfterAcceptance(let day):
      "该项目已于 \(FaultWording.day(day)) 验收；取消\(done)录入，请核对"
    case .staffLeft(let staff, let day, let household):
      "责任人 \(staff) 已于 \(FaultWording.day(day)) 离任；户 \(household) 的责任\(done)录入，请核对日期或办理移交"
    case .staffHolds(let roles): "该日之后仍有 \(roles) 项责任未终止，请办理移交"
    case .villageNotYet(let day):
      "该村自 \(FaultWording.day(day)) 起才启用；\(done)录入，请核对日期或村编码"
    case .allowanceOverlaps(let line, let since, let until):
      "与此人\(line.map { "第 \($0) 行的" } ?? "")另一段享受期间（\(chinesePeriod(since, until))）重叠；均\(done)录入，请先终止其一"
    case .stale(let event, let day, let count):
      "有 \(count) 格早于 \(FaultWording.day(day)) 的\(chineseEvent(event))，是变动之前的情况；未采用，也未改动任何内容"
    case .namesake(let household, let line):
      "本村户 \(household)\(line.map { "（第 \($0) 行）" } ?? "")有同名、同出生年份且同样无身份证号的人；\(done)按两人录入，如系同一人，请补身份证号或删去一行"
    case .nearNumber(let other, let line):
      "与 \(FaultWording.shortened(other))\(line.map { "（第 \($0) 行）" } ?? "")只有前导零、大小写或连字符不同；\(done)按新编号录入，如系同一编号，请更正"
    case .moneyAtEnd(let household, let fen):
      "户 \(household) 销户时尚有 \(FaultWording.yuan(fen)) 元已安排到户而未拨付、未退回；\(done)销户，在资金退回或拨付之前列入“report exceptions”"
    case .doubledAccount(let own, let household, let line):
      "户 \(own) 与本清单\(line.map { remedy("第 \($0) 行的", command: "中") } ?? "中")户 \(household) 账号相同，请核对"
    case .sharedAccount(let own, let household):
      "户 \(own) 的账号在花名册中也属于户 \(household) 的成员，请核对"
    case .onPayList(let money, let list, let fen):
      "\(rung(money))有 \(FaultWording.yuan(fen)) 元在清单 \(FaultWording.shortened(list)) 上，银行尚未反馈，现余额已不足；银行若再拨付，其结果将无法录入，请与银行核对或冲销本笔"
    case .beyondInstalments(let money, let rule, let allowed, let paid):
      "\(rung(money))：\(chineseBeyond(rule, allowed, paid))；\(done)录入，请核对"
    case .nearFund(let names):
      "尚无批次或项目使用该专项资金，而与“\(names.joined(separator: "”或“"))”相近；\(done)作为另一专项录入，如系同一专项，请更正"
    case .otherDocument(let document, let source, let line):
      "同一批次号\(line.map { remedy("（第 \($0) 行）", command: "") } ?? "")来源为\(words(of: "source", [source], "、"))的款项文号为 \(FaultWording.shortened(document))，一个批次只有一个文号；\(done)录入，请更正文号或另编批次号"
    case .projectOver(let project, let step, let day, let household):
      "项目 \(project) 已于 \(FaultWording.day(day)) \(step.chinese)；户 \(household) 的参加\(done)录入\(step == .closed ? "" : "，但不计入统计")，请核对日期或项目"
    case .postedElsewhere(let project, let county):
      "项目 \(project) 属 \(county) 县，本村属另一县；\(done)录入，请核对村或项目"
    case .beforeDraw(let inspection, let day):
      "早于检查 \(inspection) 的抽样日期 \(FaultWording.day(day))；\(done)录入，请更正日期"
    case .figuresDisagree(let name, let own, let relation, let stated, let computed):
      "“\(own.map { FaultWording.shortened(CellMask.masked($0, as: .text)) } ?? name)”原文为 \(stated)，\(chinese(relation)) \(computed)；\(done)按原文录入，“report annual”会列出差额"
    case .unknownColumn: "不是该表格的列，已忽略"
    case .namelessColumn(let place, let count):
      "第 \(place) 列（电子表格中的 \(FaultWording.letters(ofColumn: place)) 列）没有表头，下面有 \(count) 格内容已忽略；请补上表头，或去掉该列"
    case .passedOver(let last):
      "已跳过\(last > 0 ? "至第 \(last) 行" : "")：空行、标题、重复的表头、合计或注"
    }
  }

  private func english(_ relation: FigureRelation.Kind) -> String {
    switch relation {
    case .sum: "its parts make"
    case .percent, .quotient: "the quotient is"
    case .same: "another row gives"
    }
  }

  private func chinese(_ relation: FigureRelation.Kind) -> String {
    switch relation {
    case .sum: "各分项之和为"
    case .percent, .quotient: "相除为"
    case .same: "另一行为"
    }
  }

  /// A column's place as a spreadsheet letters it: 8 is H, 27 is AA.
  private static func letters(ofColumn place: Int) -> String {
    var rest = place
    var letters = ""
    while rest > 0 {
      let (quotient, remainder) = (rest - 1).quotientAndRemainder(dividingBy: 26)
      letters = String(UnicodeScalar(UInt8(65 + remainder))) + letters
      rest = quotient
    }
    return letters
  }

  /// A sheet, or a column of the roster.
  private func chineseName(_ name: String) -> String {
    Sheet.named(name)?.chinese ?? Sheet.roster.column(name)?.chinese ?? name
  }

  private func cells(_ count: Int) -> String { count == 1 ? "1 cell" : "\(count) cells" }
}
