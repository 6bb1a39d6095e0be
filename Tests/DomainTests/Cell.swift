import Domain

/// Reads a text as the bytes of a cell.
func reading<Value>(
  _ text: String, _ read: (Span<UInt8>) throws(CellFault) -> Value
) throws(CellFault) -> Value {
  try CellText.reading(text, read)
}

/// The fault that reading the text throws, nil where it throws none.
func fault<Value>(
  _ text: String, _ read: (Span<UInt8>) throws(CellFault) -> Value
) -> CellFault? {
  do {
    _ = try reading(text, read)
    return nil
  } catch {
    return error
  }
}

/// The ASCII characters of a text in their full-width forms.
func fullWidth(_ text: String) -> String {
  var wide = ""
  for scalar in text.unicodeScalars {
    let value = 0x21...0x7E ~= scalar.value ? scalar.value + 0xFEE0 : scalar.value
    wide.unicodeScalars.append(Unicode.Scalar(value) ?? scalar)
  }
  return wide
}

/// SplitMix64: the same numbers in every run.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
