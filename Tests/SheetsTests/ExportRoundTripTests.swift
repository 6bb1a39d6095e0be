import Domain
import Foundation
import Intake
import Register
import Sheets
import Testing

@Suite("An export comes back")
struct ExportRoundTripTests {
  private static let sampleData = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "SampleData")

  /// Tells where a register, sent its own exports and rebuilt from them, is not what it was.
  private func expectRoundTrip(_ trial: ExportTrial, _ comment: Comment? = nil) throws {
    let sheets = try ExportTrial.all(of: trial.register)
    #expect(try trial.differences(sending: sheets) == [], comment)
    let (other, faults) = try trial.rebuilt(from: sheets)
    #expect(faults.isEmpty, comment)
    for (ours, theirs) in zip(sheets, try ExportTrial.all(of: other.register)) {
      let isSame = ours.bytes == theirs.bytes
      #expect(
        isSame,
        "\(ours.name): \(firstDifference(ours.bytes, theirs.bytes)) \(comment?.rawValue ?? "")")
    }
    #expect(
      try ExportTrial.figures(of: trial.register) == ExportTrial.figures(of: other.register),
      comment)
    #expect(try other.differences(sending: sheets) == [], comment)
  }

  private func firstDifference(_ ours: [UInt8], _ theirs: [UInt8]) -> String {
    let lines = [ours, theirs].map { String(decoding: $0, as: UTF8.self).split(separator: "\n") }
    for (one, other) in zip(lines[0], lines[1]) where one != other { return "\(one) | \(other)" }
    return "\(lines[0].count) and \(lines[1].count) lines"
  }

  @Test("The sample counties change nothing, and rebuild the province's register, figures and all")
  func sample() throws {
    let trial = try ExportTrial(office: 430000)
    let folders = ["province", "430524_longhui", "430626_pingjiang", "433123_fenghuang"]
    for sheet in Sheet.all {
      for folder in folders {
        let path = ExportRoundTripTests.sampleData.appending(path: "\(folder)/\(sheet.name).csv")
        guard let text = try? String(contentsOf: path, encoding: .utf8) else { continue }
        try trial.take(text)
      }
    }
    let figures = try ExportTrial.figures(of: trial.register)
    try #require(figures.count > 50)
    try expectRoundTrip(trial)
  }

  @Test("A household's whole life comes back", arguments: lives.indices)
  func life(index: Int) throws {
    let trial = try ExportTrial()
    try trial.take(EventOffice.roster)
    for sheet in ExportRoundTripTests.lives[index] { try trial.take(sheet) }
    try expectRoundTrip(trial)
  }

  private static let events = EventOffice.header + "\n"
  private static let lives: [[String]] = [
    // A split, a correction in the new household, and its own moves and heads.
    [
      events + "H1,split,2011-04-01,433123104003,,wed,石花,N1,\nH1,split,2011-04-01,,,,吴小,N1,\n",
      "household_no,name,relation,resident_id,phone\nN1,石花,head,\(EventOffice.shi),13812345678\n",
      events + "N1,move,2011-05-01,433123104201,,,,,\nN1,head,2011-06-01,,,older,吴小,,\n"
        + "N1,reclass,2011-07-01,,wubao,,,,\n",
    ],
    // A household ends, and one of its people is head of another from that day.
    [
      events + "H2,end,2011-06-01,,,,,,\n",
      "household_no,village_code,name,relation,resident_id,joined_on\n"
        + "H9,433123104003,龙一,head,\(EventOffice.long),2011-06-01\n",
    ],
    // Split off, back by a merger, and off again.
    [
      events + "H1,split,2011-04-01,,,,石花,N1,\nN1,merge,2011-05-01,,,,,H1,\n"
        + "H1,split,2011-06-01,,,,石花,N2,\nH2,merge,2011-07-01,,,,,H1,\n"
    ],
    // The head leaves by the roster, and a change of head follows.
    [
      "household_no,name,relation,resident_id,left_on\nH1,吴大,head,\(EventOffice.wu),2011-04-01\n",
      events + "H1,head,2011-08-01,,,,吴二,,\n",
    ],
    // The head leaves by the roster and the one who was not next is named.
    [
      "household_no,name,relation,resident_id,left_on\nH1,吴大,head,\(EventOffice.wu),2011-04-01\n"
        + "H1,吴小,head,\(EventOffice.xiao),\n"
    ],
    // Head, again another, and the first again; then he leaves.
    [
      events + "H1,head,2011-03-01,,,,吴二,,\nH1,head,2011-04-01,,,back,吴大,,\n",
      "household_no,name,relation,resident_id,left_on\nH1,吴大,head,\(EventOffice.wu),2011-06-01\n",
    ],
    // One who joined later is head.
    [events + "H2,head,2011-05-01,,,,龙二,,\n", events + "H2,reclass,2011-06-01,,poor,,,,\n"],
    // A household without a class gets one; a namesake is head.
    [
      events + "H4,reclass,2011-03-01,,poor,assessed,,,\n"
        + "H4,head,2011-04-01,,,,李四 1995,,\nH4,head,2011-05-01,,,,李四 1990,,\n"
    ],
    // The same class with another ground, and back.
    [
      events + "H1,reclass,2011-03-01,,dibao,cut,,,\nH1,reclass,2011-04-01,,poor,\"a, b\",,,\n"
        + "H3,reclass,2011-03-01,,wubao,,,,\nH3,end,2011-04-01,,,gone,,,\n"
    ],
    // Somebody leaves and comes back; another without an ID does too.
    [
      "household_no,name,relation,resident_id,birth_date,left_on\n"
        + "H1,吴小,child,\(EventOffice.xiao),,2011-03-01\nH4,李四,child,,1990,2011-03-01\n",
      "household_no,name,relation,resident_id,birth_date,joined_on\n"
        + "H1,吴小,child,\(EventOffice.xiao),,2011-05-01\nH4,李四,child,,1990,2011-06-01\n",
    ],
    // Two without IDs or birth dates, one after the other and then at once.
    [
      "household_no,name,relation,joined_on,left_on\nH3,李五,other,2011-02-01,2011-03-01\n"
        + "H3,李五,other,2011-03-01,2011-04-01\nH3,李五,other,2011-03-15,\n"
    ],
    // Enrolled in two years.
    ["household_no,name,relation,enrolled_on\nH2,龙一,head,2012-01-10\n"],
    // Out of the county.
    [events + "H1,move,2011-03-01,430626200208,,resettled,,,\n"],
    // Undone: nobody split off after all.
    [
      events + "H1,split,2011-04-01,,,,石花,N1,\n",
      events + "H1,split,2011-04-01,,,,石花,N1,(withdraw)\n",
    ],
  ]

  @Test("Random stories come back", arguments: UInt64(1)...6)
  func story(seed: UInt64) throws {
    var dice = EventRandomTests.Dice(state: seed)
    let trial = try ExportTrial()
    try trial.take(EventOffice.roster)
    // Row by row, so that later ones rest on earlier ones in every order.
    let story = EventRandomTests.story(&dice)
    let rows = seed.isMultiple(of: 2) ? story.shuffled(using: &dice) : story.sorted()
    for row in rows { _ = try trial.send(ExportRoundTripTests.events + row + "\n") }
    try expectRoundTrip(trial, "seed \(seed)")
  }

  @Test("A Chinese export changes nothing and rebuilds the same")
  func chinese() throws {
    let trial = try ExportTrial()
    try trial.take(EventOffice.roster)
    for sheet in ExportRoundTripTests.lives[6] + ExportRoundTripTests.lives[0] {
      try trial.take(sheet)
    }
    try ExportSheetTests.fill(trial)
    let sheets = try ExportTrial.all(of: trial.register) { $0.isChinese = true }
    #expect(try trial.differences(sending: sheets).isEmpty)
    let (other, faults) = try trial.rebuilt(from: sheets)
    #expect(faults.isEmpty)
    #expect(
      try ExportTrial.all(of: other.register).map(\.bytes)
        == ExportTrial.all(of: trial.register).map(\.bytes))
  }
}
