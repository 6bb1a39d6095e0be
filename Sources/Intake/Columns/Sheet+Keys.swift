extension Sheet {
  /// The columns that say which fact a row is about, in the order in which `withdraw` takes their values.
  package var keyColumns: [Column] {
    let names =
      self.name == Sheet.roster.name
      ? ["household_no", "resident_id", "name", "birth_date", "joined_on"]
      : columns.filter(\.isKey).map(\.name)
    return names.compactMap(column)
  }
}
