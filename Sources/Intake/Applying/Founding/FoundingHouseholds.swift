import Domain
import Register

/// The households of a founding roster, in the order of the file, while its members go by.
///
/// A household is added whole, when its rows have ended; its id is its number in this order, from 1.
struct FoundingHouseholds {
  /// A text among those that households share; 0 is none.
  typealias Shared = Int32

  /// Absent numbers are the type's least value.
  struct Household {
    var village: Int64 = .min
    /// Fen a person and year.
    var income: Int64 = .min
    /// Where its number begins among the bytes of all numbers.
    let numberStart: UInt32
    var enrolledOn: DayNumber = .min
    var size: Int32 = .min
    var ground: Shared = 0
    var cause: Shared = 0
    var memberCount: Int16 = 0
    var headNo: Int16 = 0
    var householdClass: Int8 = .min
    let numberCount: UInt8
  }

  private var chunks: [[Household]] = []
  private var numbers: [UInt8] = []
  /// The shared texts, from 1, and those kept last, by a hash.
  private var texts: [[UInt8]] = [[]]
  private var lately = [Shared](repeating: 0, count: 256)
  private var textBytes = 0
  private(set) var count = 0
  /// The members' days in households in which somebody joined or left on a day, by the household's index;
  /// everybody else is a member always.
  private var stays: [Int: [DayPeriod]] = [:]

  /// An array that is not copied as it grows.
  private static let chunk = 4_096

  /// Where texts would take more room than this, or stays, the file is staged instead.
  private static let mostBytes = 1 << 28
  private static let mostStays = 1 << 18

  var isTooLarge: Bool {
    numbers.count + textBytes > FoundingHouseholds.mostBytes
      || stays.count > FoundingHouseholds.mostStays
  }

  subscript(index: Int) -> Household {
    chunks[index / FoundingHouseholds.chunk][index % FoundingHouseholds.chunk]
  }

  /// A household that is not added yet.
  ///
  /// - Precondition: the number has 255 bytes at most.
  mutating func begin(_ number: UnsafeRawBufferPointer) -> Household {
    let start = numbers.count
    numbers.append(contentsOf: number)
    return Household(
      numberStart: UInt32(truncatingIfNeeded: start), numberCount: UInt8(number.count))
  }

  /// - Parameter stays: the members' days; empty where all are members always.
  mutating func add(_ household: Household, stays days: [DayPeriod]) {
    if count % FoundingHouseholds.chunk == 0 {
      chunks.append([])
      chunks[chunks.count - 1].reserveCapacity(FoundingHouseholds.chunk)
    }
    chunks[chunks.count - 1].append(household)
    if !days.isEmpty { stays[count] = days }
    count += 1
  }

  /// The members' days in a household.
  func stays(_ index: Int) -> [DayPeriod] {
    stays[index]
      ?? Array(repeating: DayPeriod.always, count: Int(self[index].memberCount))
  }

  /// Keeps a text that others are likely to share.
  mutating func keep(_ text: UnsafeRawBufferPointer) -> Shared {
    let slot = text.reduce(text.count) { ($0 &* 31) ^ Int($1) } & 0xFF
    if lately[slot] > 0, isEqual(lately[slot], text) { return lately[slot] }
    texts.append(Array(text))
    textBytes += text.count + 48
    lately[slot] = Shared(texts.count - 1)
    return lately[slot]
  }

  func isEqual(_ text: Shared, _ bytes: UnsafeRawBufferPointer) -> Bool {
    texts[Int(text)].elementsEqual(bytes)
  }

  func isNumber(of household: Household, _ bytes: UnsafeRawBufferPointer) -> Bool {
    Int(household.numberCount) == bytes.count && numbers[range(household)].elementsEqual(bytes)
  }

  /// The bytes of a shared text; nil of none.
  func text(_ text: Shared) -> [UInt8]? { text == 0 ? nil : texts[Int(text)] }

  /// The bytes of a household's number.
  func number(of household: Household) -> ArraySlice<UInt8> { numbers[range(household)] }

  private func range(_ household: Household) -> Range<Int> {
    let start = Int(household.numberStart)
    return start..<start + Int(household.numberCount)
  }
}

extension FoundingHouseholds {
  /// What the households come to, added to sums.
  func figures(addedTo sums: LoadedFigures) -> LoadedFigures {
    var sums = sums
    for index in 0..<count {
      let household = self[index]
      guard household.enrolledOn != .min else { continue }
      sums.add(
        enrolledOn: household.enrolledOn, in: household.village,
        as: household.householdClass == .min ? nil : Int(household.householdClass),
        stays: stays(index))
    }
    return sums
  }
}
