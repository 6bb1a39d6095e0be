/// What a project holds of one pool while its money is being written.
struct ProjectAccount {
  let serial: Int
  let pool: Int
  let fundedOn: Day
  let cancelledOn: Day?
  private(set) var lastDay: Day
  private var heldFen: Int
  private var reservedFen = 0

  init(project: Project, pool: Int, heldFen: Int, lastDay: Day) {
    serial = project.serial
    cancelledOn = project.cancelledOn
    self.pool = pool
    self.heldFen = heldFen
    self.lastDay = lastDay
    fundedOn = lastDay
  }

  /// What stays when everything promised has been passed on.
  var freeFen: Int { heldFen - reservedFen }

  /// Whether money may still go down through the project on that day.
  func isOpen(on day: Day) -> Bool { day < cancelledOn ?? Day(2012, 1, 1) && day <= .yearEnd }

  mutating func spend(_ fen: Int, on day: Day) {
    heldFen -= fen
    lastDay = max(lastDay, day)
    precondition(heldFen >= 0, "a project gives no more than it holds")
  }

  mutating func takeBack(_ fen: Int, on day: Day) {
    heldFen += fen
    lastDay = max(lastDay, day)
  }

  /// A bill that is not paid yet stays with the project unless it is cancelled.
  mutating func reserve(_ fen: Int) {
    if cancelledOn == nil { reservedFen += fen }
  }
}
