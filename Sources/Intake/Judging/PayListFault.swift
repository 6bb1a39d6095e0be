import Domain

/// What is wrong with a row of a pay list, or of the bank's answer to one.
package enum PayListFault: Sendable, Equatable {
  /// Money of this household, project and batch is on no row of the list.
  case notOnList(list: String)
  /// The list asks for this amount of the household, in fen.
  case otherAmount(shouldBe: Int64)
  case otherAccount
  /// The bank answered to the row before: by an entry, or on a line of the same file.
  case answered(entry: Int64)
  case answeredTwice(line: Int)
  /// The list that the row repeats has been paid.
  case paidAlready(list: String)
  /// Another row of the list gives another day.
  case otherDay(line: Int)
  case ownList
  /// The money stands on a list to which the bank has not answered yet; what of it is free, in fen.
  case listed(list: String, fen: Int64)

  package var rule: String {
    switch self {
    case .notOnList: "not_on_list"
    case .otherAmount: "other_amount"
    case .otherAccount: "other_account"
    case .answered, .answeredTwice: "answered_already"
    case .paidAlready: "paid_already"
    case .otherDay: "rows_disagree"
    case .ownList: "own_list"
    case .listed: "listed_already"
    }
  }
}

/// A rung of the money ladder, by what people know of it.
package struct RungName: Sendable, Equatable {
  package let batch: String
  /// The source's English key, where the batch has money of more than one.
  package var source: String?
  package var county: FaultKind.PlaceNames?
  package var project: String?
  package var household: String?
  package var payee: String?
  /// Money that was paid out.
  package var isPaid = false

  package init(batch: String) { self.batch = batch }
}
