import Domain
import Intake
import Sheets

extension FaultWording {
  /// What a message is of, before it: the column in the language that is spoken, and in quotes a word that its list
  /// does not have, personal numbers masked. Nothing where no column is meant.
  func leading(_ fault: Fault, _ console: Console) -> String {
    guard let column = fault.column else { return "" }
    var subject = name(column)
    if case .cell(.unknownValue, _) = fault.kind, let value = FaultWording.shownValue(of: fault) {
      subject += " \"\(FaultWording.shortened(value))\""
    }
    return subject + console.say(": ", "：")
  }
}
