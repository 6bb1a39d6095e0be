import Intake
import Sheets
import Testing

@Suite("Faults kept outside of memory")
struct FaultPartsTests {
  /// Rules of what is at fault in a file or a column as a whole, of which there are few: they stay in memory.
  private static let ofFile: Set = [
    "no_header", "unreadable_file", "not_csv", "empty_file", "unknown_sheet", "second_header",
    "header_words",
    "unit_conflict", "doubtful_codes", "digits_lost", "several_counties", "complete_roster",
    "unclosed_quote", "record_too_long", "nul",
    "full_width", "excel_serial", "january_or_october", "invisible_characters", "equals_quote",
    "number_folded", "null_word", "lost_characters", "percent_fraction", "year_not_kept",
    "resident_id_15", "name_folded", "code_list", "file_name_county", "village_disagrees",
    "header_unit", "ctrl_z", "no_rows", "unknown_column", "passed_over",
  ]

  @Test("What is at fault in a row comes back as it was", arguments: FaultSample.all)
  func roundTrip(sample: FaultSample) {
    guard let parts = sample.kind.parts else {
      #expect(FaultPartsTests.ofFile.contains(sample.kind.rule))
      return
    }
    #expect(FaultKind(parts: parts) == sample.kind)
  }
}
