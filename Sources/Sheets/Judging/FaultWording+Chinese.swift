import CSV
import Domain
import Intake

extension FaultWording {
  func chinese(_ kind: FaultKind, column: String?) -> String {
    switch kind {
    case .unreadable(let fault): chineseCSV(fault)
    case .unopened(let fault): chineseUnopened(fault)
    case .notCSV(let nature): chineseNature(nature)
    case .cellsMissing(let columns, let found, let expected):
      chineseMissing(columns, found, expected)
    case .noHeader: "前几行中没有表头；表头应含某一表格的各列，见“sixpoint template 表名”"
    case .unknownSheet(let mismatch): chineseMismatch(mismatch)
    case .secondHeader: "数据行中又有一行表头：文件中有两张表格，请各存为一个文件"
    case .headerWords(let words, let isKnown): chineseHeader(words, isKnown, column)
    case .unitsDisagree(let units):
      "表头与其上下各行所写的单位不一致：\(units.map(\.chinese).joined(separator: "、"))；请只保留一种"
    case .measureDisagrees(let measure):
      "表头写明数量单位为“\(measure)”，本行的单位不同；请在\(name("unit"))列填“\(measure)”，或从表头中去掉"
    case .doubtfulCodes(let list, let wrong, let households):
      "按代码表 \(list) 读取时，\(households) 户中有 \(wrong) 户没有户主或不止一名；请用 --codes 指定代码表（\(CodeChoice.names.filter { $0.hasPrefix("relation") }.joined(separator: " 或 "))），或用文字填写关系"
    case .notice(let notice): chinese(notice)
    case .cell(let fault, let allowed): chineseCell(fault, allowed: allowed, column: column)
    case .digitsLost(let numbers):
      "本列号码已被电子表格破坏：超过15位的号码有 \(numbers) 个以上，从第16位起全是0；请按原件重填，先将该列设为文本格式再输入并保存；如号码确实如此，请用 --digits-kept 说明原因"
    case .wrongLevel: "区划级别不对，\(chineseLevel(column))"
    case .sexDisagrees: "与身份证号码不符（第17位奇数为男、偶数为女），请更正其中一项"
    case .birthDateDisagrees: "与身份证号码不符（第7至14位为出生日期），请更正其中一项"
    case .notAfter(let other, let value):
      "应晚于\(name(other))（\(FaultWording.shortened(value))），请更正其中一项"
    case .notBefore(let other, let value):
      "早于\(name(other))（\(FaultWording.shortened(value))），请更正其中一项"
    case .notCumulative(let other, let value):
      "小于\(name(other))（\(FaultWording.shortened(value))）；各月应填自1月起的累计人数"
    case .needsOneOf(let columns) where columns.count == 1: "\(name(columns[0]))必填，请补填"
    case .needsOneOf(let columns): "\(names(columns, "、"))至少填一项"
    case .excludes(let other): "不能与\(name(other))同时填写，请保留其一"
    case .totalIsNotSum(let sum): "不等于各分项之和 \(FaultWording.yuan(sum))，请更正合计或分项"
    case .amountIsZero: "金额为零，没有资金变动；\(remedy("请填金额或删去该行", command: "请写金额"))"
    case .inFuture: "日期在今天之后，请填实际发生的日期"
    case .unknown(let reference, let nearest):
      "登记库中没有这\(chineseReference(reference))\(chineseMeant(nearest, else: chineseSource(reference)))"
    case .noneOfCounty(let reference, let county):
      "登记库中没有 \(county) 县的任何\(reference == .region ? "村" : chineseKind(reference))；\(remedy("请先导入该县“\(sheetName(reference))”，或更正编号", command: chineseSource(reference)))"
    case .noneYet(let reference):
      "登记库中还没有任何\(chineseKind(reference))；\(remedy("请先导入“\(sheetName(reference))”，再导入本文件", command: chineseSource(reference)))"
    case .sourceLacking(let batch, let sources):
      "批次 \(FaultWording.shortened(batch)) 没有这一来源的资金，其来源为\(words(of: "source", sources, "、"))"
    case .outsideOffice(let region, let office, let place):
      "\(region)\(place.map { "（\($0.chinese)）" } ?? "") 不在 \(office) 范围内（本登记库或指定的县），请交所属县录入"
    case .ambiguousPlace(let candidates):
      candidates.isEmpty
        ? "本县没有这个名称的地方，\(remedy("请填\(name("village_code"))", command: "请写代码"))"
        : "有几个地方同名：\(FaultWording.listed(candidates, "、"))，\(remedy("请填\(name("village_code"))", command: "请写代码"))"
    case .otherCounty(let own, let other):
      "该户在 \(other) 县登记，本行写的是 \(own) 县；请更正\(name("household_no"))或\(name("village_code"))"
    case .datedHistory(let event, let day):
      "与 \(FaultWording.day(day)) 的\(chineseEvent(event))之后的情况不符；\(remedy("请留空，或另报户变动表", command: "请勿填写，或见 sixpoint \(changing(column))"))"
    case .personElsewhere(let household, let own):
      "目前是户 \(household) 的成员，户 \(own) 又列为成员；请先在一户\(remedy("填离开日期", command: "用 sixpoint member leave 办理离户"))，或更正身份证号码"
    case .severalNamesakes(let count):
      "该户有 \(count) 名同名成员，请填\(name("birth_date"))或\(name("resident_id"))以区分"
    case .numberUsed(let entry):
      "该编号已在第 \(entry) 号录入单用过且内容不同；请用新编号，或先冲销原记录"
    case .equalMovement(let number):
      "同日的资金移动 \(number) 内容相同；如确为另一笔，请加 --again 或另写编号"
    case .beforeEnrolment(let day):
      day.map { "早于该户纳入日期 \(FaultWording.day($0))，请更正日期" }
        ?? "该户尚未纳入，\(remedy("请先在花名册填纳入日期", command: "请先用 sixpoint enrol 纳入"))"
    case .afterEnd(let day): "该户已于 \(FaultWording.day(day)) 销户，请更正日期或户编号"
    case .stands(let differing): chineseStands(differing)
    case .nothingToWithdraw: "没有与本行对应的有效记录可作废，请核对关键列"
    case .isResidentID: "是身份证号码，或含有身份证号码，不能作户编号或责任人编号；请填写本来的编号"
    case .isNegative: "小于零；请填写不小于零的数"
    case .notPositive: "不大于零；请填写大于零的数"
    case .aboveTotal(let other, let value):
      "大于全年的\(name(other))（\(FaultWording.shortened(value))），请更正其中一项"
    case .belowMonth(let other, let value):
      "小于已有的\(name(other))（\(FaultWording.shortened(value))）；请更正其中一项，或用“清空”清除该月"
    case .notNumber(let unit):
      "不是数字，而计量单位是“\(FaultWording.shortened(unit))”；请只填数字，或将单位改为日期、文号或文本"
    case .notYetStanding(let day):
      "该户自\(FaultWording.day(day))起才在册；请更正日期或户编号"
    case .householdStands(let day):
      "该户\(day == DayPeriod.firstDay ? "" : "自\(FaultWording.day(day))起")已在册；请为新户另编户号"
    case .sameHousehold: "与\(name("household_no"))是同一户；请填写另一户的编号"
    case .alreadyHead(let day):
      day == DayPeriod.firstDay
        ? "已是户主；\(remedy("请删去本行", command: "请写另一人"))"
        : "自\(FaultWording.day(day))起已是户主；\(remedy("请删去本行", command: "请写另一人"))"
    case .notMember(let joined, let left):
      "当日不是该户成员"
        + (joined.map { "，\(FaultWording.day($0))才进户" } ?? "")
        + (left.map { "，已于\(FaultWording.day($0))离户" } ?? "")
        + "；请更正日期或成员"
    case .laterEvent(let event, let day, let other):
      "\(FaultWording.day(day))的\(chineseEvent(event))\(other.map { "（户 \($0)）" } ?? "")仍有效，本行将改变其依据；请先撤回该变动"
    case .sameDayEvent(let event):
      "该户同日另有一次\(chineseEvent(event))；请只保留一行"
    case .joinsLater(let day):
      "有成员在\(FaultWording.day(day))进户，不早于销户日期；请更正其中一个日期"
    case .leaveThatDay(let people):
      "\(FaultWording.listed(people, "、"))当日离户，且未进入其他户；随并户转入的请清空\(name("left_on"))，其余请改为前一日"
    case .changedSince(let household):
      "户\(household)此后又有变动，本次变动所记事实已被改动；请先撤回后来的变动"
    case .projectCounty(let county): "与项目所在县 \(county) 不符，请更正其中一项"
    case .notPassed(let verdict):
      "评审结论为\(Verdict.read(verdict)?.chinese ?? verdict)；评审同意后方可批复"
    case .notSentBack(let verdict, let day):
      "\(FaultWording.day(day))的评审结论为\(verdict.flatMap(Verdict.read)?.chinese ?? "未填")；退回修改后方可再次评审"
    case .openObjection(let project, let village):
      "项目\(project)在村\(village)的公示异议尚未答复；请先\(remedy("在公示表中答复", command: "用 sixpoint disclose answer 答复"))"
    case .restedOn(let project):
      "在册事实以项目\(project)为依据；请先撤回这些事实"
    case .needsSource(let batch, let sources):
      "批次 \(FaultWording.shortened(batch)) 有多个资金来源，\(remedy("请填\(name("source"))", command: "请用 --source 指明"))（\(words(of: "source", sources, "、"))）"
    case .stepStands(let standing): chineseStepStands(standing, column)
    case .stepSkipped(let missing):
      "项目步骤不能跳过，\(remedy("请补填\(name(missing))", command: "请先办 sixpoint \(FaultWording.stepping(missing))"))"
    case .repeatedKey(let line) where isOfMovements:
      "在本文件中重复使用，首次在第 \(line) 行；每个编号只用一次"
    case .repeatedKey(let line): "与\(remedy("第 \(line) 行", command: "命令中另一项"))关键列相同而内容不同，请保留其一"
    case .disagreesWithRow(let line):
      "与同\(oneThing.chinese)\(remedy("第 \(line) 行", command: "的另一项"))不一致，请改为一致，或只留一处"
    case .noHead:
      "该户没有户主，\(remedy("请将一名成员的与户主关系填为户主", command: "请先用 sixpoint household head 另定户主"))"
    case .headStands(let name, let left?): chineseHeadLeft(name, left)
    case .headStands(let name, nil):
      "户主是\(FaultWording.shortened(name))，一户只有一名户主；\(remedy("户主变更请报户变动表，或在同一文件中改写原户主的与户主关系", command: "户主变更请用 sixpoint household head"))"
    case .secondHead(let line, let name, let left?): chineseHeadsLeave(line, name, left)
    case .secondHead(let line, let name, nil):
      "与\(FaultWording.shortened(name))\(remedy("（第 \(line) 行）", command: ""))重复为户主，一户只有一名户主"
    case .personTwice(let household, let own, let line):
      household == own
        ? "在户 \(household)\(remedy(" 第 \(line) 行", command: ""))也有此人，一户中一人只列一次"
        : "在户 \(household)\(remedy(" 第 \(line) 行", command: ""))也有此人，\(remedy("本行", command: "此处"))为户 \(own)，一人同时只能属于一户"
    case .dependedOn(let facts, let entries):
      "第 \(FaultWording.listed(entries.map(String.init), "、")) 号录入单的记录（\(FaultWording.listed(facts.map { FactWords.name($0, isChinese: true) }, "、"))）以此为依据，请先撤回"
    case .severalCounties(let counties):
      "完整花名册只能属于一个县，本文件涉及 \(FaultWording.listed(counties.map(String.init), "、"))，请按县分别报送"
    case .completeIsRoster: "只有花名册可以作为完整名册，请去掉 --complete"
    case .periodsOverlap(let line, let since, let until, let holder):
      "与\(chineseOther(line, holder))的期间（\(chinesePeriod(since, until))）重叠，请先终止其一"
    case .overdrawn(let rung, let day, let holds, let asked):
      chineseOverdrawn(rung, day, holds: holds, asked: asked)
    case .payList(let fault): chinesePayList(fault)
    case .notApproved(let project, let day):
      "项目 \(project) "
        + (day.map { "于 \(FaultWording.day($0)) 批复，晚于该日" } ?? "尚未批复") + "；批复之日起方可拨款"
    case .cancelled(let project, let day):
      "项目 \(project) 已于 \(FaultWording.day(day)) 取消，自该日起只能退回资金"
    case .moneyStands(let project, let money): chineseStanding(money, of: project)
    case .otherFund(let project, let fund, let batchFund):
      "项目 \(project) 使用专项“\(Fund(fund).chinese)”，该批次属“\(Fund(batchFund).chinese)”；请换批次或项目"
    case .reversal(let fault): chineseReversal(fault)
    case .rule(let name, let day):
      "违反规则 \(name)" + (day.map { "（\(FaultWording.day($0))）" } ?? "")
    }
  }

  private func chineseMismatch(_ mismatch: HeaderMismatch) -> String {
    let sheet = Sheet.named(mismatch.nearest)
    let naming = { (columns: [String]) in
      columns.map { sheet?.column($0)?.chinese ?? $0 }.joined(separator: "、")
    }
    var text = "没有表格是这样的表头，最接近的是“\(sheet?.chinese ?? mismatch.nearest)”"
    if !mismatch.missing.isEmpty { text += "，还缺\(naming(mismatch.missing))" }
    if !mismatch.repeated.isEmpty { text += "，其中\(naming(mismatch.repeated))只能出现一次" }
    if !mismatch.unknown.isEmpty {
      text += "，但没有\(FaultWording.headers(mismatch.unknown, "、"))这样的列"
    }
    return text + "；见“sixpoint template \(mismatch.nearest) --lang zh”"
  }

  private func chineseLevel(_ column: String?) -> String {
    switch column {
    case "parent_code": return "请填上一级地方的代码"
    case "level": return "与代码位数不符，请更正其中一项"
    case "area", "supported", "national_key": return "只有县级填写，请留空"
    case "tier": return "只有村填写，请留空"
    default: break
    }
    guard let column, case .region(let levels)? = kind(of: column) else {
      return "见“sixpoint template”"
    }
    switch levels {
    case .any: return "请填区划代码"
    case .office: return "请填省、市州或县的6位代码"
    case .county: return "请填县的6位代码"
    case .village: return "请填村的12位代码"
    }
  }

  private func chineseReference(_ reference: FaultKind.Reference) -> String {
    switch reference {
    case .household: "一户"
    case .staff: "名责任人"
    case .project: "个项目"
    case .batch: "个批次"
    case .inspection: "次检查"
    case .region: "个地方"
    case .movement: "笔资金移动"
    case .voucher: "张凭证"
    case .member: "名家庭成员"
    case .paylist: "份代发清单"
    }
  }

  func chineseKind(_ reference: FaultKind.Reference) -> String {
    switch reference {
    case .household: "户"
    case .staff: "责任人"
    case .project: "项目"
    case .batch: "批次"
    case .inspection: "检查"
    case .region: "地方"
    case .movement: "资金移动"
    case .voucher: "凭证"
    case .member: "家庭成员"
    case .paylist: "代发清单"
    }
  }

  private func chineseSource(_ reference: FaultKind.Reference) -> String {
    if isOfCommand, let making = FaultWording.making(reference) {
      return "请先用 sixpoint \(making) 登记，或更正编号"
    }
    return switch reference {
    case .household: "请先导入花名册，或更正编号"
    case .staff: "请先导入责任人表，或更正编号"
    case .project: "请先导入项目表，或更正编号"
    case .batch: "请先导入资金批次表，或更正编号"
    case .paylist: "请先导入代发清单，或更正编号"
    case .region: "请更正代码，或用行政区划表补充"
    case .inspection, .movement, .voucher, .member: "请更正"
    }
  }

  private func chineseMeant(_ nearest: [String], else advice: String) -> String {
    nearest.isEmpty ? "，\(advice)" : "；是不是 \(nearest.joined(separator: " 或 "))？如不是，\(advice)"
  }

  func chineseEvent(_ event: String) -> String {
    HouseholdEventKind.read(event)?.chinese ?? event
  }

  func chinesePeriod(_ since: Int32, _ until: Int32) -> String {
    let begin = since <= DayPeriod.firstDay ? "从前" : FaultWording.day(since)
    return until >= DayPeriod.openEnd
      ? "\(begin) 起未终止" : "\(begin) 至 \(FaultWording.day(until)) 前一日"
  }

  private func chineseReversal(_ fault: FaultKind.ReversalFault) -> String {
    switch fault {
    case .unknown: "登记库中没有要冲销的编号，请更正"
    case .alreadyReversed: "已经冲销过，一个编号只能冲销一次"
    case .wrongAmount(let fen): "冲销须为全额，应为 \(FaultWording.yuan(fen))"
    case .beforeReversed(let day): "冲销日期不能早于原记录日期 \(FaultWording.day(day))"
    case .otherAccounts: "冲销与原记录的收付双方须一致"
    case .isReversal: "本身就是冲销，不能再冲销；请另报一笔"
    }
  }
}
