import Domain
import Foundation
import Intake
import Register
import SQLite
import Sheets
import Testing

/// A county's register to which the acts of a random history are told, one after the other.
///
/// | household | members |
/// |---|---|
/// | A | 吴大 (head), 石花, 吴小, 吴二, 吴老 (no ID) |
/// | B | 龙一 (head), 龙二, 龙三 (no ID) |
/// | C | 麻三 (head), alone |
/// | D | 李一 (head), 李四 (born 1990), 李四 (born 1995), none with an ID |
final class LifeOffice {
  let trial: ExportTrial
  /// As `ImportOptions.leavesUnchanged` of every sheet.
  var leavesUnchanged = true
  /// The entries that acts made, by the acts' numbers.
  private var entries: [Int: Int64] = [:]
  /// The facts as they stood before the last entry.
  private var before: [String] = []
  private var now: [String]

  /// The register at first is made once and copied.
  private static let beginning: Result<Data, any Error> = Result {
    let trial = try ExportTrial()
    for sheet in [LifeOffice.roster] + LifeOffice.money { try trial.take(sheet) }
    return try trial.image()
  }

  init() throws {
    trial = try ExportTrial(holding: LifeOffice.beginning.get())
    // Nothing here is to outlive the test.
    try trial.register.connection.execute("PRAGMA synchronous = OFF")
    now = try trial.facts()
  }

  var register: Register { trial.register }

  private static let roster =
    """
    household_no,village_code,name,relation,resident_id,birth_date,class,enrolled_on
    A,433123104201,吴大,head,\(EventOffice.wu),,poor,2011-02-01
    A,,石花,spouse,\(EventOffice.shi),,,
    A,,吴小,child,\(EventOffice.xiao),,,
    A,,吴二,child,\(EventOffice.er),,,
    A,,吴老,parent,,1940,,
    B,433123104003,龙一,head,\(EventOffice.long),,dibao,2011-02-01
    B,,龙二,child,\(RosterTrial.whole("43312319900101002")),,,
    B,,龙三,child,,1992-05,,
    C,433123104201,麻三,head,\(EventOffice.ma),,wubao,
    D,433123104201,李一,head,,1960,,
    D,,李四,child,,1990,,
    D,,李四,child,,1995,,

    """

  /// A project that has money.
  static let money = [
    "batch_no,document_no,issued_on,fund,source,amount\nX1,一号,2011-01-05,convergence,central,100000\n",
    """
    project_no,name,kind,county_code,fund,budget,proposed_on,reviewed_on,meeting,verdict,approved_on
    P1,养羊,breeding,433123,convergence,90000,2011-01-06,2011-01-07,一次会,approve,2011-01-08

    """,
    """
    movement_no,batch_no,county_code,project_no,household_no,amount,moved_on
    M1,X1,433123,,,90000,2011-01-08
    M2,X1,,P1,,80000,2011-01-09

    """,
  ]

  /// Does an act and holds what came of it to the promises.
  func take(_ act: LifeAct) throws -> LifeOutcome {
    let last = try register.lastEntry().number
    let lives = try StandingLives(register)
    let outcome = try told(act)
    guard try register.lastEntry().number > last else {
      if case .entered = outcome { throw LifeBreach("an entry is kept", act.told) }
      return outcome
    }
    guard case .entered(let entry) = outcome, entry == last + 1 else {
      throw LifeBreach("a refusal writes nothing", "\(outcome)")
    }
    entries[act.number] = entry
    let facts = try trial.facts()
    if case .undo(let undone) = act.kind, entries[undone] == last, facts != before {
      throw LifeBreach(
        "an undo of the last entry restores everything",
        Set(facts).symmetricDifference(before).sorted().joined(separator: "; "))
    }
    (before, now) = (now, facts)
    let later = try StandingLives(register)
    try later.holdPromises()
    if case .sheet(let text, let day) = act.kind, day == nil {
      try later.holdPeople(as: lives, but: text)
    }
    return outcome
  }

  private func told(_ act: LifeAct) throws -> LifeOutcome {
    do {
      switch act.kind {
      case .sheet(let text, let day):
        let receipt = try trial.send(text, completeOn: day) {
          $0.leavesUnchanged = leavesUnchanged
        }
        let rules = receipt.errors.map(\.kind.rule)
        if !rules.isEmpty { return .refused(rules) }
        guard let entry = receipt.entry else { return .unchanged }
        return .entered(entry)
      case .undo(let undone):
        guard let entry = entries[undone] else { return .unchanged }
        return .entered(try trial.undo(entry))
      }
    } catch let fault as ImportFault {
      if case .register(.ruleBroken) = fault {
        throw LifeBreach("a refusal names its row", "\(fault)")
      }
      throw LifeBreach("the engine says nothing", "\(fault)")
    } catch let fault as RegisterFault {
      switch fault {
      case .laterEntriesDepend, .alreadyUndone, .cannotBeUndone: return .refused(["undo"])
      case .ruleBroken(let rule, _): return .refused(["undo \(rule)"])
      default: throw LifeBreach("the engine says nothing", "\(fault)")
      }
    }
  }

  /// Notes what a sheet that is no act has changed.
  func noteSent() throws { now = try trial.facts() }

  /// A sheet that was taken and is sent again changes nothing.
  func sendAgain(_ act: LifeAct) throws {
    guard case .sheet(let text, nil) = act.kind else { return }
    let receipt = try trial.send(text)
    guard receipt.errors.isEmpty, receipt.entry == nil else {
      throw LifeBreach(
        "a sheet sent twice changes nothing",
        "\(receipt.created) created, \(receipt.changed) changed, \(receipt.errors.prefix(2)), \(text)"
      )
    }
  }

  /// The lives that sheets one after the other lead to, as exports say them, in no order; nil where one of
  /// them is refused.
  func end(after sheets: [String]) throws -> String? {
    for sheet in sheets {
      guard try trial.send(sheet).errors.isEmpty else { return nil }
      try StandingLives(register).holdPromises()
    }
    return try lives()
  }

  /// What holds at the end: nothing is found, and the exports rebuild the register.
  func holdEnd() throws {
    let findings = try register.check().findings
    guard findings.isEmpty else {
      throw LifeBreach("check finds nothing", "\(findings.prefix(3))")
    }
    let other = try holdExports(of: Sheet.all.dropFirst().map(\.name))
    let figures = try ExportTrial.figures(of: register) == ExportTrial.figures(of: other.register)
    guard figures else { throw LifeBreach("an export rebuilds the figures", "") }
  }

  /// Whether two people of a household without an ID, of one name and birth date, were never in it together.
  private func holdsAlikesApart() throws -> Bool {
    try register.connection.first(
      """
      SELECT 1 FROM member AS one
      JOIN member AS other ON other.household_id = one.household_id AND other.withdrawn IS NULL
        AND other.resident_key IS NULL AND other.name = one.name
        AND other.birth_date IS one.birth_date AND other.member_no > one.member_no
      WHERE one.withdrawn IS NULL AND one.resident_key IS NULL
        AND (one.left_on <= other.joined_on OR other.left_on <= one.joined_on) LIMIT 1
      """
    ) { _ in true } ?? false
  }

  /// The exports of some sheets change nothing and rebuild an equal register, which is given. A sheet of which
  /// nothing is told is not sent, but it is compared.
  @discardableResult
  func holdExports(of names: [String]) throws -> ExportTrial {
    let sheets = try ExportTrial.sheets(names, of: register)
    let told = sheets.filter { $0.bytes.split(separator: UInt8(ascii: "\n")).count > 1 }
    let differences = try trial.differences(sending: told)
    guard differences.isEmpty else {
      throw LifeBreach("an export comes in unchanged", "\(differences)")
    }
    let (other, faults) = try trial.rebuilt(from: told)
    // A roster has no word for two people alike whose stays came apart: it tells them as one who came back.
    if try holdsAlikesApart() { return trial }
    guard faults.isEmpty else { throw LifeBreach("an export rebuilds", "\(faults)") }
    for (ours, theirs) in zip(sheets, try ExportTrial.sheets(names, of: other.register))
    where ours.bytes != theirs.bytes {
      let lines = [ours, theirs].map {
        Set(String(decoding: $0.bytes, as: UTF8.self).split(separator: "\n").map(String.init))
      }
      let (only, new) = (lines[0].subtracting(lines[1]), lines[1].subtracting(lines[0]))
      throw LifeBreach(
        "an export rebuilds an equal register",
        "\(ours.name): \(only.sorted().prefix(3)) became \(new.sorted().prefix(3))")
    }
    return other
  }

  /// What exports say of lives, in no order. Who of a household was told first, and bears the lowest number, is
  /// no part of it: what a roster says once a household stands in that person's row. Nor is whether a roster
  /// said too that somebody left on the day on which an end let all members go.
  func lives() throws -> String {
    let once: Set = [1, 2, 3, 16, 17, 18, 19, 22, 23]
    let events = try trial.export("household_events").split(separator: "\n").map(String.init)
    let ends = Dictionary(
      events.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        .filter { $0[1] == "end" }.map { ($0[0], $0[2]) }, uniquingKeysWith: { $1 })
    let roster = try trial.export("roster").split(separator: "\n").flatMap { line in
      var cells = line.split(separator: ",", omittingEmptySubsequences: false)
      if cells[15] == ends[cells[0]] { cells[15] = "" }
      let (own, household) = (
        cells.indices.map { once.contains($0) ? "" : cells[$0] },
        cells.indices.map { once.contains($0) || $0 == 0 ? cells[$0] : "" }
      )
      return [own, household].map { $0.joined(separator: ",") }
    }
    return (Set(roster).sorted() + events.sorted()).joined(separator: "\n")
  }

  /// The sheets that tell of lives.
  static let lives = ["roster", "household_events"]
}
