/// The classes of a field that is the darker the further something has come, and of what is written on it.
enum Level {
  static func tile(_ level: Int?) -> String {
    switch level {
    case nil: "tile none"
    case .some(...0): "tile level0"
    case 1: "tile level1"
    case 2: "tile level2"
    case 3: "tile level3"
    case .some: "tile level4"
    }
  }

  static func isDark(_ level: Int?) -> Bool { (level ?? 0) >= 3 }

  static func text(_ level: Int?) -> String {
    isDark(level) ? "field middle light" : "field middle"
  }

  static func nameText(_ level: Int?) -> String {
    isDark(level) ? "tag middle light" : "tag middle"
  }

  static func strongText(_ level: Int?) -> String {
    isDark(level) ? "field strong middle light" : "field strong middle"
  }
}
