/// A value as SQLite stores it, for binding and for reading a column of unknown type.
package enum Value: Sendable, Equatable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])
}

extension Value {
  package init(_ integer: Int) { self = .integer(Int64(integer)) }
  package init(_ integer: Int?) { self = integer.map { .integer(Int64($0)) } ?? .null }
  package init(_ integer: Int64) { self = .integer(integer) }
  package init(_ integer: Int64?) { self = integer.map { .integer($0) } ?? .null }
  package init(_ integer: Int32) { self = .integer(Int64(integer)) }
  package init(_ integer: Int32?) { self = integer.map { .integer(Int64($0)) } ?? .null }
  package init(_ real: Double) { self = .real(real) }
  package init(_ text: String) { self = .text(text) }
  package init(_ text: String?) { self = text.map { .text($0) } ?? .null }
  package init(_ blob: [UInt8]) { self = .blob(blob) }
  package init(_ blob: [UInt8]?) { self = blob.map { .blob($0) } ?? .null }

  /// STRICT tables have no booleans: 1 and 0.
  package init(_ flag: Bool) { self = .integer(flag ? 1 : 0) }
}

extension Value: ExpressibleByNilLiteral {
  package init(nilLiteral: ()) { self = .null }
}

extension Value: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int64) { self = .integer(value) }
}

extension Value: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self = .text(value) }
}

/// Values by parameter name, without the colon: `["household": .integer(key)]`.
package typealias Bindings = KeyValuePairs<String, Value>
