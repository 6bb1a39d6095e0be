extension CountyWriter {
  /// Household cells stand in the head's row; a county that writes Chinese repeats class and
  /// enrolment in every row, as its own forms do.
  mutating func writeRoster(of household: Household) throws(OutputFault) {
    let file = folder[.roster]
    let cause = random.pick(["因灾", "因病", "因残", "因学", "缺技术", "缺劳动力", "缺资金", "其它"])
    for (index, member) in household.members.enumerated() {
      let isFirst = index == 0
      let repeats = isFirst || file.language == .chinese
      file.number(household.number)
      file.number(household.village)
      writePerson(member, into: file)
      if repeats { file.term(household.householdClass.term) } else { file.blank() }
      if isFirst {
        file.term(
          random.happens(800)
            ? Term("village assembly, December 2010", "2010年12月村民代表大会评议")
            : Term("township check, January 2011", "2011年1月乡镇核查"))
        file.text(cause)
        file.number(household.incomePerPerson)
        file.key("100", household.number % 100_000_000, places: 8)
        file.key("000", household.number, places: 16)
      } else {
        file.blank(5)
      }
      if repeats { file.day(household.enrolledOn) } else { file.blank() }
      if isFirst { file.number(household.standing) } else { file.blank() }
      file.term(remark(on: member))
      try file.endRow()
    }
  }

  private mutating func writePerson(_ member: Member, into file: SheetFile) {
    file.text(member.name)
    file.term(member.relation.term(male: member.male))
    if let id = member.shownID { file.text(id) } else { file.blank() }
    file.term(member.male ? Term("male", "男") : Term("female", "女"))
    file.day(member.born)
    file.text(maker.names.peoples[member.people].name)
    file.text(education(of: member))
    file.text(health(of: member))
    file.text(labour(of: member))
    file.day(member.joinedOn)
    file.day(member.leftOn)
  }

  private func remark(on member: Member) -> Term? {
    guard member.leftOn != nil else { return nil }
    return member.relation == .parent ? Term("deceased", "死亡") : Term("married away", "外嫁")
  }

  private mutating func education(of member: Member) -> String {
    switch member.born.age {
    case ..<7: "学龄前儿童"
    case 7...12: "小学"
    case 13...15: "初中"
    case 16...18: random.pick(["初中", "高中"])
    case 19...30: random.pick(["小学", "初中", "初中", "初中", "高中", "大专及以上"])
    case 31...50: random.pick(["小学", "小学", "初中", "初中", "初中", "高中"])
    default: random.pick(["文盲或半文盲", "文盲或半文盲", "小学", "小学", "初中"])
    }
  }

  private mutating func health(of member: Member) -> String {
    member.isUnwell ? random.pick(["长期慢性病", "长期慢性病", "患有大病", "残疾"]) : "健康"
  }

  private mutating func labour(of member: Member) -> String {
    guard (16...64).contains(member.born.age) else { return "无劳动力" }
    if member.isUnwell, random.happens(500) { return "丧失劳动力" }
    return random.happens(140) ? "技能劳动力" : "普通劳动力"
  }

  // MARK: Civil affairs' own list

  /// Most who should be on the list are; a few stand there whom the register calls poor only.
  mutating func writeDibao(of household: Household) throws(OutputFault) {
    let isListed = random.happens(household.householdClass.receivesDibao ? 860 : 12)
    guard isListed else { return }
    let since = Day(2008 + random.below(3), random.draw(1...12), 1)
    let listed = household.members.filter {
      $0.shownID != nil && $0.joinedOn == nil && $0.relation != .other
    }
    for member in listed.prefix(random.happens(750) ? 1 : 2) {
      try writeDibao(
        id: member.shownID ?? "", name: member.name, village: household.village, since: since,
        until: member.leftOn)
    }
    guard random.happens(30) else { return }
    let born = Day(random.draw(1935...1990), random.draw(1...12), random.draw(1...28))
    let id = maker.ids.issue(born: born, male: true)
    let people = maker.names.drawPeople(&random)
    let name = maker.names.draw(
      surname: maker.names.drawSurname(of: people, &random), of: people, male: true, &random)
    try writeDibao(
      id: "\(id)\(ResidentIDs.checkCharacter(of: id))", name: name, village: household.village,
      since: since, until: nil)
  }

  /// The amount is for a month.
  private mutating func writeDibao(
    id: String, name: String, village: Int, since: Day, until: Day?
  ) throws(OutputFault) {
    let file = folder[.dibaoList]
    file.text(id)
    file.text(name)
    file.number(village)
    file.day(since)
    file.day(until)
    file.money(fen: random.draw(11...24) * 500)
    try file.endRow()
  }
}
