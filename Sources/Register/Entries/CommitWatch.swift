/// Who is called around a commit: an interrupt before it leaves nothing, after it everything is kept.
package struct CommitWatch: Sendable {
  /// Called just before the commit; does not return where the process is about to end.
  package let begins: @Sendable () -> Void
  /// Called once it is known whether the commit succeeded.
  package let ends: @Sendable (_ isDone: Bool) -> Void

  package init(
    begins: @escaping @Sendable () -> Void, ends: @escaping @Sendable (_ isDone: Bool) -> Void
  ) {
    self.begins = begins
    self.ends = ends
  }
}
