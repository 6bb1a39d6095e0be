import Foundation
import Testing

/// The built program, run in a folder of its own that is gone with it.
final class ProgramFolder {
  let path: String

  /// What one run gave.
  struct Result {
    let status: Int32
    let output: String
    let errors: String
  }

  init() throws {
    path = NSTemporaryDirectory() + "sixpoint-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Beside the test bundle, where the build puts it.
  static let program: String = {
    let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    var folder = bundle.deletingLastPathComponent()
    for _ in 0..<4 {
      let candidate = folder.appendingPathComponent("sixpoint").path
      if FileManager.default.isExecutableFile(atPath: candidate), !isFolder(candidate) {
        return candidate
      }
      folder = folder.deletingLastPathComponent()
    }
    return FileManager.default.currentDirectoryPath + "/.build/debug/sixpoint"
  }()

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// What the program takes for now.
  var clock = "2011-06-30T08:00:00Z"

  /// The surroundings of every run: nothing of the tester's own.
  var environment: [String: String] {
    [
      "PATH": "/usr/bin:/bin", "HOME": path, "SIXPOINT_OFFICER": "Wang Fang",
      "SIXPOINT_REGISTER": path + "/register.db", "SIXPOINT_CLOCK": clock,
      "PROGRAM": Self.program,
    ]
  }

  /// A process that is ready to run `executable`; output goes to files, so that nothing blocks.
  func process(
    _ executable: String, _ arguments: [String], input: String = "",
    without missing: [String] = []
  ) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: path)
    process.environment = environment.filter { !missing.contains($0.key) }
    try write("stdin", input)
    process.standardInput = try FileHandle(forReadingFrom: url("stdin"))
    for name in ["stdout", "stderr"] { try write(name, "") }
    process.standardOutput = try FileHandle(forWritingTo: url("stdout"))
    process.standardError = try FileHandle(forWritingTo: url("stderr"))
    return process
  }

  func finish(_ process: Process) throws -> Result {
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: try read("stdout"), errors: try read("stderr"))
  }

  @discardableResult
  func run(
    _ arguments: String..., input: String = "", without missing: [String] = []
  ) throws -> Result {
    try run(arguments, input: input, without: missing)
  }

  func run(
    _ arguments: [String], input: String = "", without missing: [String] = []
  ) throws -> Result {
    let process = try process(Self.program, arguments, input: input, without: missing)
    try process.run()
    return try finish(process)
  }

  /// A line for bash, in which `$PROGRAM` is the program.
  func shell(_ line: String) throws -> Result {
    let process = try process("/bin/bash", ["-c", line])
    try process.run()
    return try finish(process)
  }

  /// A county's register, and its line of status.
  @discardableResult
  func makeRegister() throws -> Result {
    let made = try run("init", "--office", "433123", "--year", "2011", "--target", "100")
    try #require(made.status == 0, "\(made.errors)")
    return made
  }

  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: url(name))
  }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url(name)), as: UTF8.self)
  }

  func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: path + "/" + name)
  }

  func url(_ name: String) -> URL { URL(fileURLWithPath: path + "/" + name) }

  /// The number of the register's last entry.
  func lastEntry() throws -> Int {
    let told = try run("history", "999999", "--json").errors
    let number = told.split(separator: " ").last.flatMap { Int($0.filter(\.isNumber)) }
    return try #require(number, "\(told)")
  }

  /// A roster of so many households of one.
  static func roster(_ count: Int) -> String {
    var text = "household_no,village_code,name,relation,class,enrolled_on\n"
    for number in 1...count {
      text += "H\(number),433123104201,Li Ming,head,poor,2011-03-01\n"
    }
    return text
  }

  /// A staff sheet of so many rows.
  static func staff(_ count: Int, from first: Int = 1) -> String {
    var text = "staff_no,name,employer,county_code\n"
    for number in first..<(first + count) {
      text += "S\(number),Li Ming,Office for Poverty Reduction,433123\n"
    }
    return text
  }
}
