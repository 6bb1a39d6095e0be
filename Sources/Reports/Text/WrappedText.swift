import Markup

/// Running text broken into lines of at most so many terminal columns.
package enum WrappedText {
  /// A text of several lines, those that are wider than the limit broken, each set in as it began.
  package static func folded(_ text: String, within limit: Int) -> String {
    var folded: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if DisplayWidth.of(String(line)) <= limit {
        folded.append(String(line))
        continue
      }
      let indent = String(line.prefix { $0 == " " })
      let room = max(limit - indent.count, limit / 2)
      folded += lines(String(line.dropFirst(indent.count)), within: room).map { indent + $0 }
    }
    return folded.joined(separator: "\n")
  }

  /// Breaks at spaces, and beside a character of two columns anywhere; a word longer than a line
  /// is broken where the line ends. Dangerous characters are shown, not obeyed.
  package static func lines(_ text: String, within limit: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var width = 0
    /// The line up to its last space, where it would break.
    var breakable: String.Index?
    for character in text.neutralised {
      let added = DisplayWidth.of(character)
      if width + added > limit && !line.isEmpty {
        let rest: String
        if added < 2, character != " ", let space = breakable {
          rest = String(line[line.index(after: space)...])
          line = String(line[..<space])
        } else {
          rest = ""
        }
        lines.append(line.withoutTrailingSpaces)
        line = rest
        width = DisplayWidth.of(rest)
        breakable = nil
      }
      if character == " " && line.isEmpty { continue }
      if character == " " { breakable = line.endIndex }
      line.append(character)
      width += added
    }
    if !line.isEmpty { lines.append(line.withoutTrailingSpaces) }
    return lines
  }
}
