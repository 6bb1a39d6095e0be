/// A command line that cannot be understood: what was wrong and where, for one place to word.
package struct UsageFailure: Error, Equatable, Sendable {
  /// The command as far as it was understood; empty where it was not.
  package let command: [String]
  package let fault: Fault

  package init(command: [String], _ fault: Fault) {
    self.command = command
    self.fault = fault
  }

  /// An option is given as it was written or would be: `--month`, `-o`. `nearest` holds what may
  /// have been meant, best first, in the spelling to use.
  package enum Fault: Equatable, Sendable {
    case missingCommand(choices: [String])
    case unknownCommand(String, nearest: [String])
    case unknownOption(String, nearest: [String])
    case missingValue(option: String, placeholder: String)
    /// A flag was given a value.
    case unexpectedValue(String, option: String)
    case repeatedOption(String)
    case missingOption(String)
    case conflictingOptions(String, String)
    /// `of` is an option or the name of an argument.
    case unknownValue(String, of: String, nearest: [String], allowed: [String])
    /// `example` is a value that would do.
    case malformedValue(String, of: String, example: String)
    case valueOutOfRange(String, of: String, lowest: Int, highest: Int)
    case missingArgument(String)
    /// An option's value or an argument holds nothing but blanks.
    case emptyValue(of: String)
    /// The bytes of an argument, counted from 1, are no text in UTF-8; it is shown with U+FFFD.
    case notText(String, place: Int)
    case unexpectedArgument(String)
  }
}
