// A writer of JSON (RFC 8259) that keeps the order in which members are given, and so gives the
// same bytes for the same calls.
//
// It streams: `takeBytes` hands over what is written so far and keeps the place, so that a
// million rows are never all in memory. The text is compact and has no white space but the line
// feed that `line` adds.
//
// Beyond what the RFC demands, strings escape every character that a terminal would obey
// (`DangerousCharacter`): the value is the same to a reader of JSON, and printing it is safe.

import Markup

/// JSON under construction: values are written in order, commas are added by itself.
package struct JSONText: Sendable {
  private enum Scope: Sendable {
    case array
    case object
  }

  /// What is written and not yet taken, in UTF-8.
  package private(set) var bytes: [UInt8] = []

  private var scopes: [Scope] = []
  /// Whether there is a value before the next one in this scope.
  private var needsComma = false
  /// Whether a key waits for its value.
  private var hasKey = false

  package init() {}

  /// Whether one whole value has been written.
  package var isComplete: Bool { scopes.isEmpty && needsComma }

  /// What was written since the last call; writing goes on after it.
  package mutating func takeBytes() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  // MARK: Arrays and objects

  package mutating func object<Failure: Error>(
    _ members: (inout JSONText) throws(Failure) -> Void
  ) throws(Failure) {
    beginObject()
    try members(&self)
    endObject()
  }

  package mutating func array<Failure: Error>(
    _ elements: (inout JSONText) throws(Failure) -> Void
  ) throws(Failure) {
    beginArray()
    try elements(&self)
    endArray()
  }

  package mutating func beginObject() { begin(.object, "{") }
  package mutating func beginArray() { begin(.array, "[") }
  package mutating func endObject() { end(.object, "}") }
  package mutating func endArray() { end(.array, "]") }

  /// The name of the member whose value is written next.
  package mutating func key(_ name: String) {
    precondition(scopes.last == .object && !hasKey, "a key stands in an object, before its value")
    if needsComma { append(",") }
    appendQuoted(name.utf8.span)
    append(":")
    needsComma = false
    hasKey = true
  }

  // MARK: Values

  package mutating func string(_ text: String) {
    beginValue()
    appendQuoted(text.utf8.span)
    needsComma = true
  }

  /// Bytes of UTF-8; bytes that are not are written as U+FFFD.
  package mutating func string(_ text: Span<UInt8>) {
    if (try? UTF8Span(validating: text)) != nil {
      beginValue()
      appendQuoted(text)
      needsComma = true
    } else {
      string(text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
    }
  }

  package mutating func integer(_ number: some FixedWidthInteger) {
    beginValue()
    appendDigits(of: number.magnitude, isNegative: number < 0, places: 0)
    needsComma = true
  }

  /// A number of a fixed number of decimals, given in units of the last one: `decimal(1022,
  /// places: 1)` is `102.2`, `decimal(-5, places: 2)` is `-0.05`.
  package mutating func decimal(_ units: some FixedWidthInteger, places: Int) {
    beginValue()
    appendDigits(of: units.magnitude, isNegative: units < 0, places: places)
    needsComma = true
  }

  package mutating func boolean(_ truth: Bool) {
    beginValue()
    append(truth ? "true" : "false")
    needsComma = true
  }

  package mutating func null() {
    beginValue()
    append("null")
    needsComma = true
  }

  // MARK: Between documents

  /// A line feed after a whole value; the next value begins a new document.
  package mutating func line() {
    precondition(isComplete, "a line ends after a whole value")
    append("\n")
    needsComma = false
  }

  // MARK: Bytes

  private mutating func begin(_ scope: Scope, _ mark: StaticString) {
    beginValue()
    append(mark)
    scopes.append(scope)
    needsComma = false
  }

  private mutating func end(_ scope: Scope, _ mark: StaticString) {
    precondition(scopes.last == scope && !hasKey, "a scope ends where it began, values complete")
    scopes.removeLast()
    append(mark)
    needsComma = true
  }

  private mutating func beginValue() {
    switch scopes.last {
    case .object: precondition(hasKey, "a value in an object follows its key")
    case .array: if needsComma { append(",") }
    case nil: precondition(!needsComma, "a document is one value")
    }
    hasKey = false
  }

  private mutating func append(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func appendQuoted(_ text: Span<UInt8>) {
    append("\"")
    var index = 0
    var copied = 0
    while index < text.count {
      let byte = text[index]
      let isQuoted = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
      let found = isQuoted ? nil : DangerousCharacter(at: index, in: text)
      if !isQuoted && found == nil {
        index += 1
        continue
      }
      append(text.extracting(copied..<index))
      if let found {
        appendEscape(of: found.scalar)
        index += found.length
        copied = index
      } else {
        // The character itself follows with the next run.
        append("\\")
        copied = index
        index += 1
      }
    }
    append(text.extracting(copied..<text.count))
    append("\"")
  }

  private mutating func append(_ run: Span<UInt8>) {
    run.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }

  /// A scalar from U+10000 on is a pair of surrogates (RFC 8259, section 7).
  private mutating func appendEscape(of scalar: UInt32) {
    switch scalar {
    case 0x08: append("\\b")
    case 0x09: append("\\t")
    case 0x0A: append("\\n")
    case 0x0C: append("\\f")
    case 0x0D: append("\\r")
    case 0x10000...:
      let rest = scalar - 0x10000
      appendEscape(of: 0xD800 + rest >> 10)
      appendEscape(of: 0xDC00 + rest & 0x3FF)
    default:
      append("\\u")
      for shift in [12, 8, 4, 0] as [UInt32] {
        let digit = UInt8(truncatingIfNeeded: scalar >> shift & 0xF)
        bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }

  private mutating func appendDigits(
    of magnitude: some FixedWidthInteger, isNegative: Bool, places: Int
  ) {
    var digits: [UInt8] = []
    var rest = magnitude
    while rest != 0 || digits.count <= places {
      let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 10)
      digits.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: remainder))
      rest = quotient
    }
    if isNegative { append("-") }
    for place in stride(from: digits.count - 1, through: 0, by: -1) {
      bytes.append(digits[place])
      if place == places && places > 0 { append(".") }
    }
  }
}

extension JSONText {
  // MARK: Members, the common case: a key with a value, null for nil

  package mutating func member(_ name: String, _ text: String?) {
    key(name)
    if let text { string(text) } else { null() }
  }

  package mutating func member(_ name: String, _ number: (some FixedWidthInteger)?) {
    key(name)
    if let number { integer(number) } else { null() }
  }

  package mutating func member(_ name: String, _ truth: Bool) {
    key(name)
    boolean(truth)
  }

  /// `units` of the last decimal; see `decimal`.
  package mutating func member(
    _ name: String, _ units: (some FixedWidthInteger)?, places: Int
  ) {
    key(name)
    if let units { decimal(units, places: places) } else { null() }
  }

  package mutating func memberObject<Failure: Error>(
    _ name: String, _ members: (inout JSONText) throws(Failure) -> Void
  ) throws(Failure) {
    key(name)
    try object(members)
  }

  package mutating func memberArray<Failure: Error>(
    _ name: String, _ elements: (inout JSONText) throws(Failure) -> Void
  ) throws(Failure) {
    key(name)
    try array(elements)
  }

  package mutating func memberNull(_ name: String) {
    key(name)
    null()
  }
}
