/// The slots of a roster's row.
struct RosterSlots {
  let household = RosterSlots.slot("household_no")
  let village = RosterSlots.slot("village_code")
  let villageName = RosterSlots.slot("village")
  let name = RosterSlots.slot("name")
  let relation = RosterSlots.slot("relation")
  let resident = RosterSlots.slot("resident_id")
  let verified = RosterSlots.slot("id_verified")
  let birth = RosterSlots.slot("birth_date")
  let joinedOn = RosterSlots.slot("joined_on")
  let leftOn = RosterSlots.slot("left_on")
  let householdClass = RosterSlots.slot("class")
  let ground = RosterSlots.slot("class_ground")
  let cause = RosterSlots.slot("cause")
  let income = RosterSlots.slot("income_per_capita")
  let enrolledOn = RosterSlots.slot("enrolled_on")
  let size = RosterSlots.slot("household_size")

  private static func slot(_ column: String) -> Int {
    StagedColumns(.roster).firstSlot[Sheet.roster.place(of: column)]
  }
}
