import Foundation
import Testing

@Suite("A command and a sheet give one verdict")
struct VerdictTests {
  /// What the program answered as JSON: a command's refusal, or what came of the rows.
  private struct Answer: Decodable {
    struct Fault: Decodable {
      let column: String?
      let value: String?
      let rule: String
      let message: String

      /// With the column before it, as a command says it, and the word that is none of the column's list.
      var words: String {
        guard let column else { return message }
        let quoted = rule == "unknown_value" ? " \"\(value ?? "")\"" : ""
        return column + quoted + ": " + message
      }
    }

    let error: Fault?
    let errors: [Fault]?
    let warnings: [Fault]?

    static func read(_ told: ProgramFolder.Result) throws -> Answer {
      try JSONDecoder().decode(Answer.self, from: Data(told.output.utf8))
    }
  }

  @Test("each case, said in a line and in rows, in the same words", arguments: VerdictCase.all)
  func verdict(_ said: VerdictCase) throws {
    let lined = try VerdictFolder.make().words(said.command + " --json")
    let sent = try VerdictFolder.make().run("import", "-", "--json", input: said.sheet)
    let (command, sheet) = (try Answer.read(lined), try Answer.read(sent))
    let fault = sheet.errors?.first
    #expect(command.error?.rule == said.rule, "\(lined.output)")
    #expect(fault?.rule == (said.sheetRule ?? said.rule), "\(sent.output)")
    #expect(lined.status == (said.rule == nil ? 0 : 1) && sent.status == lined.status)
    guard said.rule == nil else {
      guard said.sheetRule == nil else { return }
      var words = fault?.words ?? ""
      if let instead = said.instead {
        #expect(words.contains(instead.sheet), "\(words)")
        words = words.replacing(instead.sheet, with: instead.command)
      }
      #expect(command.error?.message == said.subject + words)
      return
    }
    #expect(sheet.warnings?.map(\.rule) == [said.warning].compactMap(\.self), "\(sent.output)")
    #expect(command.warnings?.map(\.words) == sheet.warnings?.map(\.words), "\(lined.output)")
  }
}
