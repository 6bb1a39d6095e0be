import Foundation
import SQLite
import Testing

/// A county's small register of which a command and a sheet say the same, made once and copied for each.
///
/// H1 has four people, of whom 田宝 joined on 1 April, and 200 yuan that are not paid out; H2 has one person and
/// was paid everything; H3 is enrolled on 1 June only. S1 holds the role contact of H1 until 1 May and of H2
/// without end, S2 the role support of H3; S3 left on 1 June. P1 is approved and has money, P3 is approved on
/// 20 April, P2 is only proposed, P5 was cancelled on 15 April. The inspection I2 drew H1 on 1 June. Everybody is
/// invented.
enum VerdictFolder {
  static func make() throws -> ProgramFolder {
    let folder = try ProgramFolder()
    try register.get().write(to: folder.url("register.db"))
    return folder
  }

  private static let register = Result {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    for sheet in sheets {
      let made = try folder.run("import", "-", "--quiet", input: sheet)
      try #require(made.status == 0, "\(made.errors)")
    }
    // What is still in the log moves into the file.
    let connection = try Connection(
      path: folder.path + "/register.db", mode: .readWrite, busyTimeoutMilliseconds: 1000)
    try connection.checkpoint()
    return try Data(contentsOf: folder.url("register.db"))
  }

  private static let sheets = [
    """
    household_no,village_code,name,relation,resident_id,birth_date,class,joined_on,enrolled_on
    H1,433123104201,田云,head,433123196001010017,,poor,,2011-03-01
    H1,,吴秀,spouse,,1962-05-01,,,
    H1,,田三,child,,,,,
    H1,,田宝,child,,2011-04-01,,2011-04-01,
    H2,433123104201,麻平,head,,1950-01-01,dibao,,2011-03-01
    H3,433123104201,石明,head,,1951-01-01,poor,,2011-06-01

    """,
    """
    staff_no,name,employer,county_code,left_on
    S1,Li Ming,Office,433123,
    S2,Li Yun,Office,433123,
    S3,Li Hua,Office,433123,2011-06-01

    """,
    """
    household_no,role,staff_no,since,until
    H1,contact,S1,2011-03-01,2011-05-01
    H2,contact,S1,2011-03-01,
    H3,support,S2,2011-06-01,

    """,
    """
    project_no,name,kind,county_code,proposed_on,reviewed_on,meeting,verdict,approved_on
    P1,goats,breeding,433123,2011-03-01,2011-03-02,m,approve,2011-03-03
    P2,rice,planting,433123,2011-03-10,,,,
    P3,tea,planting,433123,2011-03-01,2011-03-02,m,approve,2011-04-20

    """,
    """
    batch_no,document_no,issued_on,fund,source,amount
    B1,d,2011-02-01,convergence,central,9000

    """,
    """
    movement_no,batch_no,county_code,project_no,household_no,amount,moved_on
    M1,B1,433123,,,8000,2011-04-01
    M2,B1,,P1,,1000,2011-04-01
    N1,B1,,P1,H1,300,2011-04-01
    N2,B1,,P1,H2,300,2011-04-01

    """,
    """
    project_no,name,kind,county_code,proposed_on,cancelled_on,reason
    P5,dam,water,433123,2011-03-01,2011-04-15,dry

    """,
    """
    inspection_no,drawn_on,seed,known_entry,share,household_no,ordinal
    I2,2011-06-01,1,1,10,H1,1

    """,
    """
    voucher_no,batch_no,project_no,household_no,amount,paid_on
    V1,B1,P1,H1,100,2011-05-01
    V2,B1,P1,H2,300,2011-05-01

    """,
  ]
}
