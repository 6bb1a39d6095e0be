/// Why no sheet's header was found.
package struct HeaderMismatch: Sendable, Equatable {
  /// The sheet that came nearest.
  package let nearest: String
  /// Its required columns that are not there.
  package let missing: [String]
  /// Columns that stand twice.
  package let repeated: [String]

  /// The headers that it does not know, where it lacks nothing; the rest is too little to be told from others.
  package let unknown: [String]

  package init(
    nearest: String, missing: [String], repeated: [String], unknown: [String] = []
  ) {
    self.nearest = nearest
    self.missing = missing
    self.repeated = repeated
    self.unknown = unknown
  }
}
