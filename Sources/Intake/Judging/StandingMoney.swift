/// A movement that stands and goes to a project before its approval, or after its cancellation.
package struct StandingMoney: Sendable, Equatable {
  /// Its movement or voucher number.
  package let number: String
  /// Whether the number is a voucher's.
  package let isPayment: Bool
  /// The day of the movement.
  package let on: Int32
  /// Whether the project would be cancelled by then; else it would not be approved yet.
  package let isCancelled: Bool

  package init(number: String, isPayment: Bool, on: Int32, isCancelled: Bool) {
    self.number = number
    self.isPayment = isPayment
    self.on = on
    self.isCancelled = isCancelled
  }
}
