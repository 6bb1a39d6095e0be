// A Chinese keyboard makes `——` of two hyphens, and some editors make an en dash of them. Such an option
// would be taken for a word of the command, so it is answered with the option that is meant.

extension CommandTree {
  /// What is wrong where an argument is an option but for its dashes; nil where none is.
  func otherDash(in arguments: [String]) -> UsageFailure? {
    for argument in arguments.prefix(while: { $0 != "--" }) {
      let dashes = argument.unicodeScalars.prefix { OtherDash.isDash($0) }
      guard dashes.contains(where: { $0 != "-" }) else { continue }
      let name = String(argument.unicodeScalars.dropFirst(dashes.count))
        .prefix { $0 != "=" && $0 != "＝" }
      guard let meant = OtherDash.option(named: String(name), in: self, isDouble: dashes.count > 1)
      else { continue }
      let typed = String(String.UnicodeScalarView(dashes)) + name
      return UsageFailure(command: [], .unknownOption(typed, nearest: [meant]))
    }
    return nil
  }
}

private enum OtherDash {
  /// The hyphen, its look-alikes U+2010 to 2015, the minus sign, and the small and full-width forms.
  static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: true
    default: false
    }
  }

  /// One dash before a word may begin a note, so that alone has to be followed by the very name.
  static func option(named name: String, in tree: CommandTree, isDouble: Bool) -> String? {
    let options = tree.everywhere + tree.commands.flatMap(\.options) + [Option.help]
    if let option = options.first(where: { $0.long == name }) { return "--" + option.long }
    if let option = options.first(where: { $0.short.map { String($0) } == name }) {
      return option.short.map { "-\($0)" }
    }
    guard isDouble, name.utf8.count > 2, name.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    return Nearest.choices(to: name, among: options.map(\.long)).first.map { "--" + $0 }
  }
}
