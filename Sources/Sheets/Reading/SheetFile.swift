import CSV
import Intake
import Register

/// A file that is to be imported: its bytes, what they are, and which sheet they hold.
package final class SheetFile {
  /// As messages name it: the last part of the path, or what tells it from others of that name.
  package let name: String
  package let path: String
  package let source: ByteSource
  package private(set) var form: TextForm
  /// Of the bytes up to the line that is too long, where there is one.
  package let sha256: SHA256Digest
  /// False where a line is too long for any record. The file was read up to there; nobody can take it.
  package let isReadWhole: Bool
  /// What it is instead of a CSV; nil where it may be one.
  package let nature: FileNature?

  /// Reads the whole file once, for its form and its digest.
  package init(
    path: String, named name: String? = nil, source: ByteSource, encoding: TextEncoding? = nil,
    longestLine: Int = LineWatch.longest
  ) throws(SourceFault) {
    self.path = path
    self.source = source
    self.name = name ?? path.split(separator: "/").last.map(String.init) ?? path
    var detector = FormDetector()
    var digest = SHA256()
    var watch = LineWatch(longest: longestLine)
    var isWhole = true
    try source.forEachBlock { block in
      detector.feed(block)
      digest.update(block)
      isWhole = watch.feed(block)
      return isWhole
    }
    isReadWhole = isWhole
    form = detector.form(encoding: encoding)
    sha256 = digest.finalize()
    nature = try FileNature(of: source)
    if nature == nil { preferDelimiterOfHeader() }
  }

  /// Ragged rows and the semicolons of messages in a rejects file can make another delimiter look likelier
  /// than the one that gives a sheet's header.
  private func preferDelimiterOfHeader() {
    let detected = form.delimiter
    for delimiter in [detected] + TextForm.delimiters {
      form.delimiter = delimiter
      if case .success = findHeader() { return }
    }
    form.delimiter = detected
  }
}

extension SheetFile {
  /// Whether the file is no longer the one that was read first, or cannot be asked.
  var hasChanged: Bool {
    do throws(SourceFault) { return try source.hasChanged() } catch { return true }
  }
}
