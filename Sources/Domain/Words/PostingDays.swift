/// How long a public posting has to stand (公示).
package enum PostingDays {
  /// Days for which a posting of a project stands in its village at least.
  package static let least: DayNumber = 10
}
