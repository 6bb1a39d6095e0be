/// When an objection to a project is open, as SQL: the one home for a sheet that approves and for the list of
/// exceptions.
package enum OpenObjection {
  /// Whether an objection is open on a day: it was raised by then and had no answer by then. One from before
  /// objections had to have a day counts from its posting; an answer without a day counts as in time.
  ///
  /// - Parameters:
  ///   - disclosure: the alias of a standing row of `disclosure`.
  ///   - day: a day number.
  package static func isOpen(_ disclosure: String, on day: String) -> String {
    """
    \(disclosure).objection <> ''
      AND ifnull(\(disclosure).objected_on, \(disclosure).posted_on) <= \(day)
      AND (\(disclosure).answer IS NULL OR \(disclosure).answered_on > \(day))
    """
  }
}
