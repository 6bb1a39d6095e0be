import CSV
import Intake
import Register
import Sheets

// Where the rows go that an import did not take. The file holds what people are not shown, unmasked, so it
// is its owner's alone, and it is written whole or not at all.
//
// A clerk corrects the rows in it, and that work is never overwritten. The file that has its name from the
// sheet (`roster.csv.rejects.csv`) is replaced only where nobody has touched it since it was written: the
// nanoseconds of its time of change are a digest of its bytes, which no editor leaves so. Where they are
// not, or where the file system does not keep them, it counts as edited, and the import is refused before
// it commits, `--force` or not. A file that `--rejects` names is replaced as every other output is, with
// `--force` alone; where it holds rejected rows, it is asked for edits like the other.

struct RejectsFile {
  /// The path that `--rejects` gives, `-` for standard output; nil where the name follows from the sheet.
  let stated: String?
  /// What was imported, as the person named it.
  let source: String
  let replaces: Bool
  let protected: ProtectedFiles
  let console: Console

  var path: String { stated ?? ownPath }

  var isStandardOutput: Bool { Output.isStandardOutput(path) }

  private var ownPath: String { Self.ownPath(of: source) }

  /// The path that follows from the sheet. What came by a stream has no folder of its own, so its rows are kept
  /// in the present one.
  static func ownPath(of source: String) -> String {
    (SheetFiles.isStream(source) ? "stdin" : source) + ".rejects.csv"
  }

  /// Throws where the rows of an input that are not taken would go, by the name that follows from it, to a file
  /// that is read, or to the one of another input.
  static func keepApart(_ sources: [String], _ console: Console) throws(Problem) {
    for source in sources {
      let path = ownPath(of: source)
      guard console.isRead(path, of: sources) else { continue }
      throw Problem(
        "output_is_input",
        console.say(
          "\(path) is read too, and the rows of \(source) that are not taken would go there; import it by itself, or name another file with --rejects",
          "\(path) 也要读取，而 \(source) 中拒收的行会写入该文件；请单独导入，或用 --rejects 另指定文件"))
    }
    let streams = sources.filter(SheetFiles.isStream)
    guard streams.count > 1 else { return }
    throw Problem(
      "conflicting_options",
      console.say(
        "the rows not taken of \(streams[0]) and \(streams[1]) would go to one file, \(ownPath(of: streams[0])); import them one after the other, each with --rejects",
        "\(streams[0]) 与 \(streams[1]) 中拒收的行会写入同一文件 \(ownPath(of: streams[0]))；请逐个导入，并分别用 --rejects 指定文件"
      ),
      status: .usage)
  }

  /// Throws where the rows may not be kept there.
  func check() throws(Problem) {
    let mayHoldWork = mayHoldWork
    let isUnedited = mayHoldWork && Self.isUnedited(path)
    let mayReplace = mayHoldWork ? isUnedited && (replaces || stated == nil) : replaces
    do throws(OutputFault) {
      try Output.check(path, replaces: mayReplace, sparing: protected)
    } catch {
      guard case .exists = error, mayHoldWork, !isUnedited else {
        throw error.problem(in: console.language)
      }
      throw Problem(
        "rejects_edited",
        console.say(
          "\(path) may hold corrections, and the rows of \(source) that are not taken would replace it; nothing was written: import or move it first, or name another file with --rejects",
          "\(path) 可能已经更正过，\(source) 中拒收的行会将其覆盖，因此未写入任何内容；请先导入或移走该文件，或用 --rejects 另指定文件"))
    }
  }

  func write(_ sheet: RejectsSheet) throws(Problem) {
    try check()
    let replaces = replaces || stated == nil
    var unread: ImportFault?
    try console.worded { () throws(OutputFault) in
      var output = try Output(
        path: path, readers: .ownerOnly, replaces: replaces, sparing: protected)
      var unwritten: OutputFault?
      var hash = SHA256()
      do throws(ImportFault) {
        try sheet.forEachPart { part in
          hash.update(part)
          do throws(OutputFault) { try output.write(part) } catch { unwritten = error }
          return unwritten == nil
        }
      } catch { unread = error }
      if let unwritten { throw unwritten }
      if unread == nil { try output.finish(mark: Self.mark(hash.finalize())) }
    }
    if let unread { throw ImportWords(language: console.language, file: source).problem(unread) }
  }

  /// Whether what stands at the path may be rows that somebody has corrected: it has the name that follows from
  /// the sheet, or the columns of rejected rows.
  private var mayHoldWork: Bool {
    guard !isStandardOutput, let facts = try? System.facts(of: path), facts.kind == .regular else {
      return false
    }
    return System.destination(of: path) == System.destination(of: ownPath)
      || Self.beginsAsRejects(path)
  }

  /// Whether the file's first words are the columns in front of rejected rows, in whatever encoding and with
  /// whatever delimiter.
  private static func beginsAsRejects(_ path: String) -> Bool {
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    return System.firstBytes(of: path, count: 512).filter { letters.contains($0) }
      .starts(with: "linecolumnrulemessage".utf8)
  }

  /// The digest's beginning, as nanoseconds of a second.
  private static func mark(_ digest: SHA256Digest) -> Int {
    digest.bytes.prefix(6).reduce(0) { $0 << 8 | Int($1) } % 1_000_000_000
  }

  private static func isUnedited(_ path: String) -> Bool {
    do throws(SourceFault) {
      let file = try ByteSource(path: path)
      var hash = SHA256()
      try file.forEachBlock { block in
        hash.update(block)
        return true
      }
      return file.stamp.changedNanoseconds == Int64(mark(hash.finalize()))
    } catch {
      return false
    }
  }
}
