/// What an entry does to the balance of a rung, at the end of the day of the act.
package struct RungChange: Sendable, Equatable {
  package let rung: RungName
  package let beforeFen: Int64
  package let afterFen: Int64
}
