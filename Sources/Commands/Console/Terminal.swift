/// One of the standard streams, and what may be sent to it.
package struct Terminal: Sendable {
  package enum Stream: Int32, Sendable {
    case input = 0
    case output = 1
    case error = 2
  }

  /// Whether a person sits at the other end.
  package let isTerminal: Bool
  /// Columns of a line; 80 where nothing says.
  package let columns: Int
  /// On a terminal, unless NO_COLOR is set and not empty (no-color.org) or TERM is `dumb`.
  package let allowsColour: Bool

  package init(isTerminal: Bool, columns: Int, allowsColour: Bool) {
    self.isTerminal = isTerminal
    self.columns = columns
    self.allowsColour = allowsColour
  }

  /// A COLUMNS of 1 to 10,000 goes before the terminal's own word, as in other programs.
  package init(_ stream: Stream, environment: Environment = .process) {
    let stated = environment.variable("COLUMNS").flatMap { Int($0) }
    let fitting = stated.flatMap { (1...10_000).contains($0) ? $0 : nil }
    isTerminal = System.isTerminal(stream.rawValue)
    columns = fitting ?? System.terminalColumns(stream.rawValue) ?? 80
    allowsColour =
      isTerminal && environment.variable("NO_COLOR") == nil
      && environment.variable("TERM") != "dumb"
  }
}
