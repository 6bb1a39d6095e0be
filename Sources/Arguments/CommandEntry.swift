/// One command in a tree: the words that call it, and its definition, which is made when it is asked for. A
/// program calls one command at a time and need not make the options of all the others.
package struct CommandEntry: Sendable {
  /// The definition's own path.
  package let path: [String]
  package let definition: @Sendable () -> CommandDefinition

  package init(_ path: [String], definition: @escaping @Sendable () -> CommandDefinition) {
    self.path = path
    self.definition = definition
  }

  package init(_ definition: CommandDefinition) {
    self.init(definition.path) { definition }
  }
}
