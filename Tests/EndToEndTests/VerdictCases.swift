import Testing

/// What is said twice, in a command line and in a sheet's rows, and how both are judged.
struct VerdictCase: Sendable, CustomTestStringConvertible {
  /// The words of the command line, apart by blanks.
  let command: String
  /// The sheet with the same facts: its header and rows.
  let sheet: String
  /// The rule that refuses both; nil where both are taken.
  let rule: String?
  /// The rule of the one warning with which they are taken.
  let warning: String?
  /// What a command of several rows says before the column: of which row it speaks.
  let subject: String
  /// The words for which the command has its own, such as an option's name or a command as the remedy, and those
  /// of the sheet; nil where both say the same.
  let instead: (command: String, sheet: String)?
  /// The sheet's rule, where the command asks for something that no row can say; then the words differ too.
  let sheetRule: String?

  init(
    _ command: String, _ header: String, _ rows: String, _ rule: String? = nil,
    warning: String? = nil, subject: String = "",
    instead: (command: String, sheet: String)? = nil, sheetRule: String? = nil
  ) {
    (self.command, self.sheet, self.rule) = (command, "\(header)\n\(rows)\n", rule)
    (self.warning, self.subject, self.instead) = (warning, subject, instead)
    self.sheetRule = sheetRule
  }

  var testDescription: String { command }

  static let all: [VerdictCase] = [money, projects, roles, heads, lives, days].flatMap(\.self)
}

/// The headers of the table's sheets.
enum VerdictSheet {
  static let movements =
    "movement_no,batch_no,county_code,project_no,household_no,amount,moved_on"
  static let batches = "batch_no,document_no,issued_on,fund,source,amount"
  static let payees = "voucher_no,batch_no,project_no,payee,amount,paid_on"
  static let vouchers = "voucher_no,batch_no,project_no,household_no,amount,paid_on"
  static let role = "household_no,role,staff_no,since,until"
  static let project =
    "project_no,name,kind,county_code,proposed_on,reviewed_on,meeting,verdict,approved_on"
  static let cancel = "project_no,name,kind,county_code,proposed_on,cancelled_on,reason"
  static let reject = "project_no,name,kind,county_code,proposed_on,rejected_on,reason"
  static let member = "household_no,name,relation,birth_date,joined_on,left_on"
  static let person = "household_no,name,relation,resident_id,joined_on"
  static let house = "household_no,village_code,name,relation,enrolled_on"
  static let note = "household_no,logged_on,staff_no,kind"
  static let end = "household_no,event,on,ground"
  static let head = "household_no,event,on,member"
  static let merge = "household_no,event,on,other_household"
  static let split = "household_no,event,on,member,other_household"
}
