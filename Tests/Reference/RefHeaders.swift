// The header spellings of the sheets that the counting rule needs.

package enum RefHeaders {
  /// Columns without which a header is not that sheet's.
  package static let required: [String: [String]] = [
    "regions": ["code", "name_zh"],
    "roster": ["household_no", "name", "relation"],
    "household_events": ["household_no", "event", "on"],
    "plans": ["household_no", "starts_on", "measures"],
    "projects": ["project_no", "name", "kind", "county_code", "proposed_on"],
    "project_households": ["project_no", "household_no", "since"],
    "batches": ["batch_no", "document_no", "issued_on", "fund", "source", "amount"],
    "allocations": ["movement_no", "batch_no", "amount", "moved_on"],
    "payments": ["voucher_no", "project_no", "batch_no", "amount", "paid_on"],
    "assignments": ["household_no", "role", "staff_no", "since"],
    "income": ["household_no", "year"],
    "targets": ["programme", "year", "region_code", "persons"],
    // Sheets that the rule does not need, known only to be passed over.
    "pay_lists": ["paylist_no", "household_no", "name", "account_no", "amount", "drawn_on"],
    "bank_returns": ["paylist_no", "household_no", "amount", "result"],
    "staff": ["staff_no", "name"],
    "poverty_lines": ["region_code", "from", "poverty_line"],
    "dibao_list": ["resident_id", "name", "region_code", "from"],
    "progress": ["logged_on", "staff_no", "kind"],
    "indicators": ["programme", "name_en", "unit", "year"],
    "disclosures": ["project_no", "village_code", "posted_on"],
    "findings": ["inspection_no", "household_no", "found_on"],
  ]

  /// Lower case, narrow, without spaces and line breaks.
  package static func plain(_ header: String) -> String {
    String(RefText.narrow(header).lowercased().filter { !$0.isWhitespace })
  }

  /// The column of a header cell made plain.
  package static func column(_ plain: String, in sheet: String) -> String? {
    if english[sheet, default: []].contains(plain) { return plain }
    return chinese[sheet]?[plain]
  }

  private static let english: [String: [String]] = [
    "regions": ["code", "parent_code", "level", "name_zh", "name_en"],
    "roster": [
      "household_no", "village_code", "township", "village", "name", "relation", "resident_id",
      "birth_date", "joined_on", "left_on", "class", "enrolled_on", "withdraw",
    ],
    "household_events": [
      "household_no", "event", "on", "village_code", "class", "ground", "member",
      "other_household", "withdraw",
    ],
    "plans": ["household_no", "starts_on", "ended_on", "measures", "withdraw"],
    "projects": [
      "project_no", "name", "kind", "county_code", "proposed_on", "approved_on", "accepted_on",
      "grade", "cancelled_on", "withdraw",
    ],
    "project_households": ["project_no", "household_no", "since", "until", "withdraw"],
    "batches": [
      "batch_no", "document_no", "issued_on", "fund", "source", "amount", "withdraw",
    ],
    "allocations": [
      "movement_no", "batch_no", "source", "county_code", "project_no", "household_no", "amount",
      "moved_on", "reverses", "withdraw",
    ],
    "payments": [
      "voucher_no", "household_no", "payee", "project_no", "batch_no", "source", "amount",
      "paid_on", "reverses", "withdraw",
    ],
    "assignments": ["household_no", "role", "staff_no", "since", "until", "withdraw"],
    "income": [
      "household_no", "year", "wage", "business", "transfer", "property", "cost", "total",
      "withdraw",
    ],
    "pay_lists": ["paylist_no", "household_no", "name", "account_no", "amount", "drawn_on"],
    "bank_returns": ["paylist_no", "household_no", "amount", "result"],
    "staff": ["staff_no", "name"],
    "poverty_lines": ["region_code", "from", "poverty_line"],
    "dibao_list": ["resident_id", "name", "region_code", "from"],
    "progress": ["logged_on", "staff_no", "kind"],
    "indicators": ["programme", "name_en", "unit", "year"],
    "disclosures": ["project_no", "village_code", "posted_on"],
    "findings": ["inspection_no", "household_no", "found_on"],
    "targets": ["programme", "year", "region_code", "persons", "withdraw"]
      + ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"]
      .map { "month_" + $0 },
  ]

  private static let chinese: [String: [String: String]] = {
    var table: [String: [String: String]] = [:]
    for line in chineseHeaders.split(separator: "\n") {
      let parts = line.split(separator: ",").map(String.init)
      if parts.count != 3 { continue }
      let header = plain(parts[2])
      table[parts[0], default: [:]][header] = parts[1]
      // A county may leave out the unit or write another.
      if header.hasSuffix(")"), let bracket = header.lastIndex(of: "(") {
        table[parts[0], default: [:]][String(header[..<bracket])] = parts[1]
      }
    }
    return table
  }()
}
