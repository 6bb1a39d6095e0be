/// Which money the point `fund` asks for, and the report's columns of money count: that of the convergence
/// fund from fiscal sources.
package enum CountedMoney {
  /// - Parameters:
  ///   - source: nil where its code is unknown.
  ///   - fund: the fund's stored name; nil where the batch's issue was withdrawn.
  package static func counts(from source: FundSource?, fund: String?) -> Bool {
    source?.isFiscal == true && fund == Fund.convergence.name
  }
}
