import CSV
import Sheets

// Where the rows go that an import did not take. The file holds what people are not shown, unmasked, so it
// is its owner's alone, and it is written whole or not at all.

struct RejectsFile {
  let sheet: RejectsSheet
  /// What was imported, as messages name it.
  let source: String
  let console: Console

  /// Writes the file, and tells which: one of that name that holds anything else may have been edited,
  /// and is left as it is.
  func write(to target: String) throws(Problem) -> String {
    let (path, stands) = target == "-" ? (target, false) : try place(target)
    if stands { return path }
    var unread: SourceFault?
    try console.worded { () throws(OutputFault) in
      var output = try Output(path: path, readers: .ownerOnly)
      var unwritten: OutputFault?
      unread = read { part in
        do throws(OutputFault) { try output.write(part) } catch { unwritten = error }
        return unwritten == nil
      }
      if let unwritten { throw unwritten }
      if unread == nil { try output.finish() }
    }
    if let unread { throw ImportWords(language: console.language, file: source).problem(unread) }
    return path
  }

  /// `a.csv.rejects.csv`, else `a.csv.2.rejects.csv` and so on; whether it holds these bytes already.
  private func place(_ target: String) throws(Problem) -> (path: String, stands: Bool) {
    let ending = ".rejects.csv"
    let stem = target.hasSuffix(ending) ? String(target.dropLast(ending.count)) : target
    for number in 1...999 {
      let path =
        number == 1
        ? target : target == stem ? "\(target).\(number)" : "\(stem).\(number)\(ending)"
      guard System.isTaken(path), !isDevice(path) else { return (path, false) }
      if isSame(path) { return (path, true) }
    }
    throw Problem(
      "too_many_rejects",
      console.say(
        "there are too many files beside \(target); remove some", "\(target) 旁的文件过多，请清理"))
  }

  private func read(_ body: (Span<UInt8>) -> Bool) -> SourceFault? {
    do throws(SourceFault) {
      try sheet.forEachPart(body)
      return nil
    } catch {
      return error
    }
  }

  private func isDevice(_ path: String) -> Bool {
    guard let facts = try? System.facts(of: path) else { return false }
    return facts.kind == .other
  }

  private func isSame(_ path: String) -> Bool {
    do throws(SourceFault) {
      let standing = try ByteSource(path: path)
      var (offset, isSame): (Int64, Bool) = (0, true)
      try sheet.forEachPart { part in
        let end = offset + Int64(part.count)
        isSame = part.withUnsafeBufferPointer { bytes in
          (try? standing.bytes(in: offset..<end))?.elementsEqual(bytes) ?? false
        }
        offset = end
        return isSame
      }
      return isSame && offset == standing.stamp.byteCount
    } catch {
      return false
    }
  }
}
