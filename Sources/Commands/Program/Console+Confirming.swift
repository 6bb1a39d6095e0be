extension Console {
  /// Asks before a destructive or wide act on a terminal; elsewhere nothing is done without `--yes`.
  ///
  /// - Parameter advice: what to say where nobody can be asked.
  func confirm(_ act: String, elsewhere advice: String) throws(Problem) {
    guard questions.canAsk else { throw Problem("not_confirmed", advice) }
    try confirm(act)
  }

  /// Asks a person on the terminal, and goes on only where the answer is yes.
  func confirm(_ act: String) throws(Problem) {
    guard questions.confirms(act) else {
      throw Problem("not_confirmed", say("nothing was done", "未作任何改动"))
    }
  }
}
