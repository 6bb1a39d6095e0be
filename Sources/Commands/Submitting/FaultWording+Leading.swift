import Sheets

extension FaultWording {
  /// A column before what is said of it, in the language that is spoken; nothing where there is none.
  func leading(_ column: String?, _ console: Console) -> String {
    column.map { name($0) + console.say(": ", "：") } ?? ""
  }
}
