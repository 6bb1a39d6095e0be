import Commands
import Synchronization
import Testing

@Suite("Talking to a person")
struct ConversationTests {
  final class Scene {
    var sent: [String] = []
    var now: Int64 = 5
    var lines: [String]

    init(_ lines: [String] = []) { self.lines = lines }

    func progress(total: Int?, _ language: Language = .english, shown: Bool = true) -> ProgressLine
    {
      ProgressLine(
        "a\u{1B}.csv", total: total, language: language, isShown: shown, columns: 80,
        nanoseconds: { self.now }, send: { self.sent.append($0) })
    }

    func questions(_ language: Language = .english, canAsk: Bool = true) -> Questions {
      Questions(
        canAsk: canAsk, language: language, send: { self.sent.append($0) },
        receive: { self.lines.isEmpty ? nil : self.lines.removeFirst() })
    }
  }

  static let millisecond: Int64 = 1_000_000

  @Test("progress appears after a second, at most ten times a second, and is wiped away")
  func progress() {
    let scene = Scene()
    var line = scene.progress(total: 770_000)
    for _ in 0..<2000 {
      scene.now += Self.millisecond
      line.advance(to: Int((scene.now - 5) / Self.millisecond) * 100)
    }
    #expect(scene.sent.count == 11)
    #expect(
      scene.sent.first == "\r\u{1B}[Ka\\u{1B}.csv: 100,000 / 770,000 rows, 100,000/s, 6 s left")
    scene.sent = []
    line.clear()
    line.clear()
    #expect(scene.sent == ["\r\u{1B}[K"])
  }

  @Test("progress tells what it knows: no total, no rate, minutes, Chinese")
  func progressForms() {
    let scene = Scene()
    var unknown = scene.progress(total: nil)
    var slow = scene.progress(total: 7, .chinese)
    var long = scene.progress(total: 1_000_000, .chinese)
    var silent = scene.progress(total: 1, shown: false)
    scene.now += 10_000 * Self.millisecond
    unknown.advance(to: 50)
    slow.advance(to: 0)
    long.advance(to: 20_000)
    silent.advance(to: 1)
    silent.clear()
    #expect(
      scene.sent == [
        "\r\u{1B}[Ka\\u{1B}.csv: 50 rows, 5/s", "\r\u{1B}[Ka\\u{1B}.csv：0 / 7 行，0 行/秒",
        "\r\u{1B}[Ka\\u{1B}.csv：20,000 / 1,000,000 行，2,000 行/秒，剩余 8 分 10 秒",
      ])
  }

  @Test("progress of what nobody can foresee tells what is done and for how long")
  func activity() {
    let scene = Scene()
    var line = scene.progress(total: nil)
    var chinese = scene.progress(total: nil, .chinese)
    line.advance(doing: "judging", rows: 5)
    scene.now += 62_500 * Self.millisecond
    line.advance(doing: "judging", rows: 772_777)
    line.advance(doing: "writing", rows: 772_777)
    chinese.advance(doing: "计算中", rows: nil)
    #expect(
      scene.sent == [
        "\r\u{1B}[Ka\\u{1B}.csv: 772,777 rows, judging, 62 s",
        "\r\u{1B}[Ka\\u{1B}.csv：计算中，62 秒",
      ])
  }

  @Test(
    "only a clear yes is one, and what is neither yes nor no is asked again",
    arguments: [
      (["y"], true), ([" YES "], true), (["是"], true), (["n"], false), ([""], false),
      (["ok"], false), ([], false), (["", "yse", "shi", "yes"], true), (["ok", "否", "是"], false),
    ] as [([String], Bool)])
  func confirmation(lines: [String], expected: Bool) {
    #expect(Scene(lines).questions().confirms("Undo entry 3?") == expected)
  }

  @Test("nobody is asked where nobody sits")
  func nobody() {
    let scene = Scene(["yes"])
    #expect(!scene.questions(canAsk: false).confirms("Undo?"))
    #expect(scene.sent.isEmpty)
  }

  @Test("an answer is trimmed, and the end of the input is none")
  func answers() {
    let scene = Scene(["　王小明 ", "  "])
    let questions = scene.questions(.chinese)
    #expect(questions.answer(to: "姓名\n") == "王小明")
    #expect(questions.answer(to: "x") == "")
    #expect(questions.answer(to: "x") == nil)
    #expect(scene.sent == ["姓名\\n：", "x：", "x：", "\n"])
  }
}
