import CSV
import Domain
import Register
import Sheets

// A day's log: a line a visit, its words in any order, each known by its form.

/// The lines of a file that say something, with their numbers in the file.
struct LogLines {
  struct Line {
    /// From 1.
    let number: Int
    let text: String
  }

  let lines: [Line]

  /// Blank lines and those that begin with `#` say nothing.
  init(_ text: String) {
    let all = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    lines = all.enumerated().compactMap { index, line in
      let isEmpty = line.allSatisfy { $0.isWhitespace }
      return isEmpty || line.first { !$0.isWhitespace } == "#"
        ? nil : Line(number: index + 1, text: String(line))
    }
  }

  /// The text of a file, `-` for standard input: UTF-8, UTF-16 with its mark, or GB18030.
  static func text(of path: String, _ console: Console) throws(Problem) -> String {
    var bytes: [UInt8] = []
    do throws(SourceFault) {
      if path == "-", Terminal(.input, environment: console.environment).isTerminal {
        console.diagnostics.line(
          console.say(
            "One visit a line, such as “HOUSEHOLD delivery 12 head 2011-06-20”; Ctrl-D ends.",
            "每行一次走访，如“户编号 发放 12头 2011-06-20”；按 Ctrl-D 结束。"))
      }
      let source =
        path == "-"
        ? try ByteSource(descriptor: System.standardInput) { SignalWatch.isInterrupted }
        : try ByteSource(path: path) { SignalWatch.isInterrupted }
      try source.forEachBlock { block in
        block.withUnsafeBufferPointer { bytes += $0 }
        return true
      }
    } catch {
      throw ImportWords(language: console.language, file: path).problem(error)
    }
    if let text = TextEncoding.text(ofFile: bytes) { return text }
    throw Problem(
      "invalid_bytes",
      console.say(
        "\(path) is no text in UTF-8, UTF-16 or GB18030", "\(path) 不是 UTF-8、UTF-16 或 GB18030 文本"))
  }
}
