import Intake
import Sheets

extension ImportRun {
  /// What to do about a file that was refused.
  func refusal(of receipt: Receipt) -> String {
    if let batches = batchesLacking(receipt) { return sendFirst(batches, before: receipt.file) }
    let acceptsValid =
      receipt.rejected < receipt.rows && !options.acceptsValid && options.completeOn == nil
      && !receipt.isRefusedWhole
    return console.say(
      "\(receipt.file) was refused and nothing of it was written; correct it and import it again",
      "\(receipt.file) 被拒收，未写入任何内容；请更正后重新导入")
      + (acceptsValid
        ? console.say(
          ", or write the sound rows with --accept-valid", "，或用 --accept-valid 先写入无误的行")
        : "")
  }

  /// The batches that the register lacks, where nothing else is wrong with a file; nil where something is.
  private func batchesLacking(_ receipt: Receipt) -> [String]? {
    var batches: [String] = []
    for fault in receipt.errors {
      switch fault.kind {
      case .unknown(.batch, _), .noneYet(.batch), .noneOfCounty(.batch, _): break
      default: return nil
      }
      if let batch = fault.value, !batches.contains(batch) { batches.append(batch) }
    }
    return batches.isEmpty ? nil : batches
  }

  /// A county's folder has its own batches; those that it lacks are the province's.
  private func sendFirst(_ batches: [String], before file: String) -> String {
    let named = batches.prefix(3).map(console.shown).joined(separator: console.say(", ", "、"))
    let list = batches.count > 3 ? named + ", …" : named
    let isProvince = register.office.level == .province
    return console.say(
      "\(file) was refused and nothing of it was written: first import the \(isProvince ? "" : "province's ")batches sheet with \(list), then this again",
      "\(file) 被拒收，未写入任何内容：请先导入含 \(list) 的\(isProvince ? "" : "省级")资金批次表（batches.csv），再重新导入")
  }
}
