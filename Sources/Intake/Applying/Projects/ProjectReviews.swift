import Domain
import SQLite

// A row finds the review it speaks of by its day. A day on which no review stands is a further review where
// the last one sent the project back before it; else it corrects the day of the only review there is. A row
// without a day speaks of the last review.

/// The reviews of a project as they would stand after a file, in their order.
struct ProjectReviews: Sendable {
  struct Review: Sendable, Equatable {
    let round: Int
    var day: Int32
    var hasMeeting: Bool
    /// The English key.
    var verdict: String?
    /// Of the row that gives or changes it; nil where it stands and no row speaks of it.
    var line: Int?
  }

  /// What a row says of a review; nil says nothing.
  struct Told: Sendable {
    let row: Int64
    let line: Int
    let day: Int32?
    let hasMeeting: Bool
    let verdict: String?
    var clearsDay = false
    var clearsMeeting = false
    var clearsVerdict = false
  }

  private(set) var reviews: [Review]
  /// By row of the file: which review it speaks of.
  private(set) var rounds: [Int64: Int] = [:]
  /// A meeting or a verdict was told without any review.
  private(set) var strayMeeting = false
  private(set) var strayVerdict: String?
  private(set) var breaches: [(line: Int, breach: ProjectLife.Breach)] = []

  /// - Parameters:
  ///   - standing: by round.
  ///   - told: the file's rows of the project.
  init(standing: [Review], told: [Told]) {
    reviews = standing
    for row in told.sorted(by: { ($0.day ?? .max, $0.row) < ($1.day ?? .max, $1.row) }) {
      take(row)
    }
    judge()
  }

  /// The one that decides; nil where the project was not reviewed.
  var last: Review? { reviews.last }

  private mutating func take(_ row: Told) {
    guard let day = row.day else { return takeUndated(row) }
    let place: Int
    if let known = reviews.firstIndex(where: { $0.day == day }) {
      place = known
    } else if let last = reviews.last {
      let follows = last.verdict == Verdict.revise.name && day > last.day
      if !follows, reviews.count == 1, last.line == nil {
        place = 0
      } else if day > last.day {
        place = reviews.count
      } else {
        breaches.append((row.line, ProjectReviews.before(last.day)))
        return
      }
    } else {
      place = 0
    }
    if place == reviews.count {
      let round = (reviews.last?.round ?? 0) + 1
      reviews.append(
        Review(round: round, day: day, hasMeeting: false, verdict: nil, line: row.line))
    }
    reviews[place].day = day
    change(place, row)
  }

  private mutating func takeUndated(_ row: Told) {
    rounds[row.row] = reviews.last?.round ?? 1
    guard !reviews.isEmpty else {
      strayMeeting = row.hasMeeting
      strayVerdict = row.verdict
      return
    }
    if row.clearsDay {
      reviews.removeLast()
      strayMeeting = row.hasMeeting
      strayVerdict = row.verdict
    } else if row.hasMeeting || row.verdict != nil || row.clearsMeeting || row.clearsVerdict {
      change(reviews.count - 1, row)
    }
  }

  private mutating func change(_ place: Int, _ row: Told) {
    rounds[row.row] = reviews[place].round
    reviews[place].line = row.line
    if row.clearsMeeting { reviews[place].hasMeeting = false }
    if row.hasMeeting { reviews[place].hasMeeting = true }
    if row.clearsVerdict { reviews[place].verdict = nil }
    if let verdict = row.verdict { reviews[place].verdict = verdict }
  }

  /// Each review but the first follows one that sent the project back.
  private mutating func judge() {
    for (earlier, later) in zip(reviews, reviews.dropFirst()) {
      guard let line = later.line ?? earlier.line else { continue }
      if later.day < earlier.day {
        breaches.append((line, ProjectReviews.before(earlier.day)))
      } else if earlier.verdict != Verdict.revise.name {
        breaches.append(
          (
            line,
            ProjectLife.Breach(
              column: later.line == nil ? "verdict" : "reviewed_on",
              kind: .notSentBack(verdict: earlier.verdict, on: earlier.day))
          ))
      }
    }
  }

  private static func before(_ day: Int32) -> ProjectLife.Breach {
    ProjectLife.Breach(
      column: "reviewed_on",
      kind: .notBefore(
        column: "reviewed_on", value: CalendarDate(dayNumber: day).description))
  }
}
