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

  /// Blank lines and those that begin with `#` say nothing, nor does a Ctrl-Z at the end, the end mark of old
  /// systems.
  init(_ text: String) {
    var text = text[...]
    while let last = text.last, last.isNewline || last == "\u{1A}" { text.removeLast() }
    let all = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    lines = all.enumerated().compactMap { index, line in
      let isEmpty = line.allSatisfy { $0.isWhitespace }
      return isEmpty || line.first { !$0.isWhitespace } == "#"
        ? nil : Line(number: index + 1, text: String(line))
    }
  }

  /// The text of a file, `-` for standard input: UTF-8, UTF-16 with its mark, or GB18030.
  static func text(of path: String, _ console: Console) throws(Problem) -> String {
    let name = path == "-" ? console.say("standard input", "标准输入") : path
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
      throw ImportWords(language: console.language, file: name).problem(error)
    }
    return try text(of: bytes, named: name, console)
  }

  private static func text(
    of bytes: [UInt8], named name: String, _ console: Console
  ) throws(Problem) -> String {
    let whole = TextEncoding.text(ofFile: bytes)
    let nul = whole?.firstIndex(of: "\0")
    if let whole, nul == nil { return whole }
    guard !isUnmarkedUTF16(bytes) else {
      throw Problem(
        "invalid_bytes",
        console.say(
          "\(name) is UTF-16 without its mark at the beginning; save it again as UTF-8",
          "\(name)：UTF-16 文本，开头没有字节顺序标记；请另存为 UTF-8"))
    }
    if let whole, let nul {
      let line = Self.line(behind: whole[..<nul])
      throw Problem(
        "nul",
        console.say(
          "line \(line) of \(name) has a NUL character; save it again as text, in UTF-8",
          "第 \(line) 行（\(name)）有空字符（NUL）；请重新另存为 UTF-8 文本"))
    }
    let line = Self.line(behind: TextEncoding.soundText(ofFile: bytes)[...])
    throw Problem(
      "invalid_bytes",
      console.say(
        "line \(line) of \(name) has bytes that are no text in UTF-8, UTF-16 or GB18030; save it again as UTF-8",
        "第 \(line) 行（\(name)）有不属于 UTF-8、UTF-16 或 GB18030 的字节；请另存为 UTF-8"))
  }

  /// The number of the line, from 1, in which a text ends.
  private static func line(behind text: Substring) -> Int { text.count { $0.isNewline } + 1 }

  /// Whether every other byte of much of the text is zero, as UTF-16 writes what is ASCII.
  private static func isUnmarkedUTF16(_ bytes: [UInt8]) -> Bool {
    let marks = [TextEncoding.utf16LE, .utf16BE].map(\.byteOrderMark)
    let zeros = bytes.indices.filter { bytes[$0] == 0 }
    guard let first = zeros.first, zeros.count * 8 >= bytes.count,
      !marks.contains(where: { bytes.starts(with: $0) })
    else { return false }
    return zeros.allSatisfy { $0 % 2 == first % 2 }
  }
}
