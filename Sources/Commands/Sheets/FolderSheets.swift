import Intake
import Sheets

/// The sheets in a folder and in the folders inside it, by name.
///
/// A link is never followed out of the folder, nor to what is read under its own name. Rejects files are what
/// was refused, not sheets, and are left out without a word.
struct FolderSheets {
  struct Found {
    let path: String
    /// Why it cannot be opened; nil where it can be tried.
    let fault: UnopenedFile?
  }

  private(set) var found: [Found] = []
  /// What is in the folder and is not read: files that are no CSV by their names, links.
  private(set) var skipped: [String] = []
  private let root: String

  init(in folder: String) throws(SystemFault) {
    root = System.resolved(folder) ?? folder
    try look(in: folder)
  }

  private mutating func look(in folder: String) throws(SystemFault) {
    for entry in try System.entries(in: folder) where !entry.name.hasPrefix(".") {
      let path = folder.hasSuffix("/") ? folder + entry.name : folder + "/" + entry.name
      let isSheet = FolderSheets.isSheetName(entry.name)
      switch entry.kind {
      case .folder where entry.isText: try look(in: path)
      case .folder: found.append(Found(path: path, fault: .nameEncoding))
      case .file where FolderSheets.isRejectsName(entry.name): continue
      case .file where isSheet:
        found.append(Found(path: path, fault: entry.isText ? nil : .nameEncoding))
      case .link where isSheet: follow(path)
      default: skipped.append(path)
      }
    }
  }

  private mutating func follow(_ path: String) {
    guard let target = System.resolved(path) else {
      return found.append(Found(path: path, fault: .deadLink))
    }
    let isInside = target.hasPrefix(root.hasSuffix("/") ? root : root + "/")
    let facts = try? System.facts(of: target)
    if isInside, facts?.kind == .regular, !FolderSheets.isSheetName(target) {
      found.append(Found(path: path, fault: nil))
    } else {
      skipped.append(path)
    }
  }

  private static func isRejectsName(_ name: String) -> Bool {
    name.lowercased().hasSuffix(".rejects.csv")
  }

  private static func isSheetName(_ name: String) -> Bool {
    let lower = name.lowercased()
    return !isRejectsName(name) && (lower.hasSuffix(".csv") || lower.hasSuffix(".tsv"))
  }
}
