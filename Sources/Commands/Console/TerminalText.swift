import Markup
import Reports

/// Text on its way to a terminal. Whatever comes from data goes through `plain` or `styled`; width
/// and alignment are `DisplayWidth`'s.
package struct TerminalText: Sendable {
  package enum Style: String, Sendable {
    case bold = "1"
    case faint = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
  }

  package let allowsColour: Bool

  package init(allowsColour: Bool) { self.allowsColour = allowsColour }

  /// One line without control characters.
  package func plain(_ text: String) -> String { text.neutralised }

  /// The same in a style (ECMA-48 SGR), where colour is allowed.
  package func styled(_ text: String, _ style: Style) -> String {
    guard allowsColour else { return text.neutralised }
    return "\u{1B}[\(style.rawValue)m\(text.neutralised)\u{1B}[0m"
  }
}
