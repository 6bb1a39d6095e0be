/// What the surroundings of the process say: variables, user, clock, terminal.
package struct Environment: Sendable {
  private let read: @Sendable (String) -> String?
  private let user: @Sendable () -> (name: String?, home: String?)
  private let clock: @Sendable () -> Moment
  /// The bytes of a small file; none where it cannot be read.
  let file: @Sendable (String) -> [UInt8]

  /// Those of this process.
  package static let process = Environment(
    read: { System.variable($0) },
    user: { (System.loginName, System.homeFolder) },
    clock: { Moment(millisecondsSince1970: System.millisecondsSince1970) },
    file: { System.firstBytes(of: $0, count: 65_536) })

  /// Any surroundings: for tests.
  package init(
    read: @escaping @Sendable (String) -> String?,
    user: @escaping @Sendable () -> (name: String?, home: String?),
    clock: @escaping @Sendable () -> Moment,
    file: @escaping @Sendable (String) -> [UInt8] = { _ in [] }
  ) {
    self.read = read
    self.user = user
    self.clock = clock
    self.file = file
  }

  /// nil where the variable is not set or empty.
  package func variable(_ name: String) -> String? {
    guard let value = read(name), !value.isEmpty else { return nil }
    return value
  }

  /// The user's folder; nil where the machine does not know it.
  package var home: String? { variable("HOME") ?? user().home }

  /// The register's file: `--register`, else SIXPOINT_REGISTER, else the settings', else `sixpoint/register.db` in
  /// $XDG_DATA_HOME or, where that is unset or not absolute (XDG Base Directory 0.8), in
  /// `~/.local/share`. nil where the user has no folder either.
  package func registerPath(option: String?) -> String? {
    if let stated = option ?? variable("SIXPOINT_REGISTER") ?? setting(.register) { return stated }
    if let folder = variable("XDG_DATA_HOME"), folder.hasPrefix("/") {
      return folder + "/sixpoint/register.db"
    }
    return home.map { $0 + "/.local/share/sixpoint/register.db" }
  }

  /// Who acts: `--officer`, else SIXPOINT_OFFICER, else the settings', else the login name. Blanks at the ends are
  /// taken off and a blank name is none. nil where the machine does not know its user.
  package func officer(option: String?) -> String? {
    for name in [
      option, variable("SIXPOINT_OFFICER"), setting(.officer), user().name, variable("LOGNAME"),
    ] {
      let trimmed = name?.withoutBlanksAround ?? ""
      if !trimmed.isEmpty { return trimmed }
    }
    return nil
  }

  /// Now. SIXPOINT_CLOCK, a moment such as `2011-06-30T08:00:00Z`, replaces the machine's
  /// clock, so that tests and demonstrations give the same bytes every time; an entry made so is
  /// as reliable as its officer, just as one made under a wrong clock.
  package func now() throws(MalformedClock) -> Moment {
    guard let stated = variable("SIXPOINT_CLOCK") else { return clock() }
    guard let moment = Moment(iso8601: stated) else { throw MalformedClock(value: stated) }
    return moment
  }

  /// Today in Asia/Shanghai, whatever the machine's zone.
  package func today() throws(MalformedClock) -> CivilDay { try now().shanghaiDay }
}

/// SIXPOINT_CLOCK is set to something that is no moment.
package struct MalformedClock: Error, Equatable, Sendable {
  package let value: String

  package init(value: String) { self.value = value }
}
