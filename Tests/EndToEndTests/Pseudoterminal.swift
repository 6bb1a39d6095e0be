import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A terminal that nobody sits at: what a program writes to it is read from here.
final class Pseudoterminal {
  private let master: Int32
  /// The program's end; closed here once the program has it.
  let terminal: FileHandle

  init() throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    try #require(master >= 0)
    let name = try #require(Self.unlockedName(of: master))
    let end = open(name, O_RDWR | O_NOCTTY)
    try #require(end >= 0)
    terminal = FileHandle(fileDescriptor: end, closeOnDealloc: true)
  }

  #if canImport(Glibc)
    /// By ioctl: `grantpt` and its like are hidden from Swift. The numbers are Linux's TIOCSPTLCK and
    /// TIOCGPTN.
    private static func unlockedName(of master: Int32) -> String? {
      var (lock, number): (Int32, UInt32) = (0, 0)
      guard ioctl(master, 0x4004_5431, &lock) == 0, ioctl(master, 0x8004_5430, &number) == 0 else {
        return nil
      }
      return "/dev/pts/\(number)"
    }
  #else
    private static func unlockedName(of master: Int32) -> String? {
      guard grantpt(master) == 0, unlockpt(master) == 0 else { return nil }
      return ptsname(master).map { String(cString: $0) }
    }
  #endif

  deinit { close(master) }

  /// All that is written until the program has ended, or as far as `isEnough`.
  func read(until isEnough: (String) -> Bool = { _ in false }) throws -> String {
    try? terminal.close()
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 4096)
    while !isEnough(String(decoding: bytes, as: UTF8.self)) {
      // A terminal whose other end is closed gives an error, not an end.
      let count = readOnce(&block)
      guard count > 0 else { break }
      bytes += block[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What a person types; a line feed sends a line.
  func type(_ text: String) {
    var bytes = Array(text.utf8)
    #if canImport(Glibc)
      _ = Glibc.write(master, &bytes, bytes.count)
    #else
      _ = Darwin.write(master, &bytes, bytes.count)
    #endif
  }

  private func readOnce(_ block: inout [UInt8]) -> Int {
    #if canImport(Glibc)
      Glibc.read(master, &block, block.count)
    #else
      Darwin.read(master, &block, block.count)
    #endif
  }
}
