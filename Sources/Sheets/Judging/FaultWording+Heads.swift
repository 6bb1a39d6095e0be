import Intake

// Words for a head who is named and cannot follow: who leaves before the head does, or with him.

extension FaultWording {
  func englishHeadLeft(_ name: String, _ left: Int32) -> String {
    "this person leaves on \(FaultWording.day(left)), and \(FaultWording.shortened(name)) is head until then; name as head somebody who stays\(remedy("", command: ", with “sixpoint household head”"))"
  }

  func chineseHeadLeft(_ name: String, _ left: Int32) -> String {
    "此人于 \(FaultWording.day(left)) 离户，在此之前户主是\(FaultWording.shortened(name))；请以留在户内的人为户主\(remedy("", command: "，用 sixpoint household head"))"
  }

  /// - Parameter line: of the row that names the other head.
  func englishHeadsLeave(_ line: Int, _ name: String, _ left: Int32) -> String {
    "\(FaultWording.shortened(name))\(remedy(" (line \(line))", command: "")) is head too and leaves on the same day, \(FaultWording.day(left)); name as head somebody who stays"
  }

  func chineseHeadsLeave(_ line: Int, _ name: String, _ left: Int32) -> String {
    "与户主\(FaultWording.shortened(name))\(remedy("（第 \(line) 行）", command: ""))同于 \(FaultWording.day(left)) 离户；请以留在户内的人为户主"
  }
}
