/// Breaks paragraphs into lines of at most so many columns.
///
/// A line breaks at a space, or next to a character of two columns: Chinese is written without
/// spaces. No line begins with a closing mark (`，` `。` `）`) or ends with an opening one (`（`
/// `“`), as Chinese setting demands (GB/T 15834-2011, 5.1). A word wider than the line is put on
/// a line of its own, unbroken: it may be a command or a path.
struct TextWrapping {
  let columns: Int
  /// The columns that a text takes on the terminal.
  let width: (String) -> Int

  func lines(of text: String) -> [String] {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if paragraph.first == " " || paragraph.isEmpty {
        lines.append(String(paragraph))
      } else {
        lines += wrapped(paragraph)
      }
    }
    return lines
  }

  private func wrapped(_ paragraph: Substring) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for piece in pieces(of: paragraph) {
      let gap = piece.followsSpace && !line.isEmpty ? 1 : 0
      let needed = width(piece.text)
      if !line.isEmpty && used + gap + needed > columns {
        lines.append(line)
        (line, used) = (piece.text, needed)
      } else {
        line += (gap == 1 ? " " : "") + piece.text
        used += gap + needed
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  private struct Piece {
    var text: String
    let followsSpace: Bool
  }

  /// What must stay together.
  private func pieces(of paragraph: Substring) -> [Piece] {
    var pieces: [Piece] = []
    var previous: Character?
    var sawSpace = false
    for character in paragraph {
      if character == " " {
        sawSpace = true
        continue
      }
      if !sawSpace, let last = previous, !mayBreak(between: last, and: character) {
        pieces[pieces.count - 1].text.append(character)
      } else {
        pieces.append(Piece(text: String(character), followsSpace: sawSpace))
      }
      previous = character
      sawSpace = false
    }
    return pieces
  }

  private func mayBreak(between last: Character, and next: Character) -> Bool {
    guard !Self.closing.contains(next) && !Self.opening.contains(last) else { return false }
    return width(String(last)) > 1 || width(String(next)) > 1
  }

  private static let closing: Set<Character> = [
    "，", "。", "、", "；", "：", "？", "！", "）", "》", "”", "’", "】", "」", "…", "%", ",", ".", ";", ":",
    ")",
  ]
  private static let opening: Set<Character> = ["（", "《", "“", "‘", "【", "「", "("]
}
