import Domain

/// A step of a project that stands and keeps out the one that a row gives: what was closed is not cancelled.
package struct StandingStep: Sendable, Equatable {
  package let project: String
  /// The step that stands.
  package let step: ProjectStep
  package let on: Int32
  /// The entry that it stands by.
  package let entry: Int64
  /// Whether the row's step may come before it, and not after; else the two exclude each other.
  package let isOrder: Bool

  package init(project: String, step: ProjectStep, on: Int32, entry: Int64, isOrder: Bool) {
    self.project = project
    self.step = step
    self.on = on
    self.entry = entry
    self.isOrder = isOrder
  }
}
