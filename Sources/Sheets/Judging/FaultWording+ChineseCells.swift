import CSV
import Domain
import Intake

extension FaultWording {
  func chineseCell(_ fault: CellFault, allowed: [String], column: String?) -> String {
    switch fault {
    case .missing: "必填，请补上"
    case .masked: "含有遮蔽符号 *；请用 --reveal 导出，或填写完整内容"
    case .residentIDInName:
      "姓名或名称处填的是身份证号，\(remedy("列填错了位置，请各归其列", command: "请只写姓名或名称"))"
    case .unknownValue:
      allowed.isEmpty ? "不是可用的值" : "不是可用的值，可选：\(choices(allowed, column, "、"))"
    case .errorText: "电子表格在此显示错误，或列宽不足；请在电子表格中更正或加宽后重新保存"
    case .nullWord: "是程序表示空值的词，不是姓名；请填写姓名"
    case .lostCharacters:
      "含有 ? 或 \u{FFFD}，是编码转换丢失的字；\(remedy("请重新填写名称，并另存为 CSV UTF-8", command: "请把终端设为 UTF-8 后重新填写名称"))"
    case .tooLong(let limit): "超过 \(limit) 个字符，请缩短"
    case .dateNumber: "是数字，不是日期（年龄不是出生日期）；应写作 2011-06-30 这样"
    case .yearAlone(let year): "\(year) 只是年份，此处须填到日，应写作 \(year)-06-30 这样"
    case .dateForm: "不是日期，应写作 2011-06-30 这样"
    case .dateImpossible(let year, let month, let day):
      "没有 \(year)-\(month)-\(day) 这一天，应写作 2011-06-30 这样"
    case .dateRange(let year): "年份 \(year) 超出范围，应在 1850 至 2199 之间"
    case .monthForm: "不是年月，应写作 2011-06 这样"
    case .yearForm: "不是年度，应为四位数字，如 2011"
    case .moneyForm: "不是金额，应写作 1234.50 这样（元）"
    case .moneyDecimals(let found, let allowed): "有 \(found) 位小数，至多 \(allowed) 位才是整分；请四舍五入"
    case .unitConflict(let header, let cell):
      "表头单位是\(header.chinese)，单元格写的是\(cell.chinese)，请保留其一"
    case .quantityForm: "不是数量，应写作 12.5 这样"
    case .quantityDecimals(let found): "有 \(found) 位小数，至多三位"
    case .wholeNumberForm: "不是整数，请只写数字"
    case .percentForm: "不是百分数，应写作 60 这样"
    case .percentRange: "超出范围，百分数为 0 至 100"
    case .instalmentsForm: "应为三个整数百分比，合计为 100，依次为开工、完成80%、验收时拨付，写作 40/50/10 这样"
    case .numberRange: "超出本列可容纳的范围，请核对"
    case .spreadsheetNumber:
      remedy(
        "数字已被电子表格破坏；请按原件重填，先将该列设为文本格式再输入并保存", command: "是科学记数法，或末尾丢了数字；请写出全部数字")
    case .regionCodeForm: "不是区划代码，应为6、9或12位数字"
    case .residentIDLength(let found):
      "有 \(found) 个字符；身份证号码为18位或15位（GB 11643），请更正或\(remedy("留空", command: "不填"))"
    case .residentIDCharacter(let place):
      "第 \(place) 个字符不能出现在身份证号码中（GB 11643），应为17位数字加一位数字或X"
    case .residentIDBirthDate: "第7至14位不是出生日期（GB 11643），请更正"
    case .checkDigit(_, let found, let proper):
      "校验码是 \(FaultWording.checkCharacter(found))，应为 \(FaultWording.checkCharacter(proper))（GB 11643）；请更正"
        + (takesReasons
          ? remedy(
            "，或在\(name("id_verified"))中说明原因",
            command:
              "，或暂不填写，待此人登记后用 sixpoint member correct --id … --verified … 补上并写明核实理由")
          : "")
    }
  }

  func chineseCSV(_ fault: CSVFault) -> String {
    let place = "第 \(fault.column) 个字符："
    switch fault.kind {
    case .strayQuote: return place + "未加引号的单元格中有引号；请给该单元格加引号并将其中的引号写两遍"
    case .textAfterQuote: return place + "结束引号之后还有文字；单元格中的引号应写两遍"
    case .unclosedQuote: return place + "引号没有结束，请补上结束引号"
    case .nul: return place + "有空字符（NUL），请将文件重新另存为文本"
    case .invalidBytes(let encoding):
      return place
        + "有不属于 \(encoding.displayName(withByteOrderMark: false)) 的字节；请重新保存，或用 --encoding 指定编码"
    case .ragged(let expected, let found):
      return place + "该行有 \(found) 个单元格，表头有 \(expected) 个；请增减分隔符，或给含分隔符的单元格加引号"
    case .recordTooLong(let limit, let suspect):
      let bytes = FaultWording.bytes(Int64(limit))
      switch suspect {
      case .openQuote: return place + "加引号的单元格在 \(bytes) 内没有结束，请补上结束引号"
      case .nul: return place + "有空字符（NUL），且一行超过 \(bytes)，请将文件重新另存为文本"
      case .none: return place + "一行超过 \(bytes)，这是 CSV 文件吗？"
      }
    case .tooManyCells(let limit): return place + "一行超过 \(limit) 个单元格，这是 CSV 文件吗？"
    case .source(let fault):
      return "文件无法读取（\(chineseSource(fault))），未录入任何内容"
    }
  }

  private func chineseSource(_ fault: SourceFault) -> String {
    switch fault {
    case .cannotOpen(let number), .cannotRead(let number), .cannotSpool(let number):
      "错误 \(number)"
    case .streamTooLong(let limit): "超过 \(FaultWording.bytes(limit))"
    case .isDirectory: "是文件夹"
    case .isDevice: "是设备"
    case .interrupted: "已中断"
    }
  }
}
