/// Makes families: a head of some age, those who usually live with such a head, and their papers.
struct HouseholdMaker {
  let names: PersonNames
  var ids: ResidentIDs

  init(_ county: County, ordinal: Int) {
    names = PersonNames(of: county)
    ids = ResidentIDs(countyOrdinal: ordinal)
  }

  mutating func make(
    number: Int, village: Int, isEnrolled: Bool, _ random: inout SplitMix64
  ) -> Household {
    var household = Household(number: number, village: village)
    let drawn = random.weighted([620, 215, 105, 60])
    household.householdClass = HouseholdClass(rawValue: drawn) ?? .poor
    let size =
      household.householdClass == .wubao
      ? (random.happens(880) ? 1 : 2) : 1 + random.weighted([25, 85, 181, 285, 229, 127, 68])
    compose(&household, size: size, &random)
    happenings(in: &household, &random)
    household.incomePerPerson =
      switch household.householdClass {
      case .poor: random.draw(1100...2280)
      case .poorDibao: random.draw(750...1700)
      case .dibao, .wubao: random.draw(560...1250)
      }
    if isEnrolled { household.enrolledOn = enrolment(&random) }
    return household
  }

  /// The households were mostly taken in from January to May, by meetings of the villages.
  private func enrolment(_ random: inout SplitMix64) -> Day {
    let month = 1 + random.weighted([120, 170, 260, 230, 130, 40, 20, 15, 15])
    return Day(2011, month, random.draw(1...28))
  }

  // MARK: Who lives there

  private mutating func compose(
    _ household: inout Household, size: Int, _ random: inout SplitMix64
  ) {
    let people = names.drawPeople(&random)
    let isWubao = household.householdClass == .wubao
    let age = isWubao ? random.draw(61...84) : size == 1 ? random.draw(24...80) : headAge(&random)
    let male = random.happens(size == 1 ? 700 : 880)
    let surname = names.drawSurname(of: people, &random)
    // Children bear their father's name, whether or not he is the head.
    let father = male ? surname : names.drawSurname(of: people, &random)
    add(.head, age: age, male: male, surname: surname, people: people, to: &household, &random)
    for (relation, age) in company(ofHeadAged: age, &random).prefix(size - 1) {
      let sex = sex(of: relation, beside: household, &random)
      let family: String =
        switch relation {
        case .spouse: male ? names.drawSurname(of: people, &random) : father
        case .childInLaw: names.drawSurname(of: people, &random)
        case .parent: sex ? surname : names.drawSurname(of: people, &random)
        default: father
        }
      add(relation, age: age, male: sex, surname: family, people: people, to: &household, &random)
    }
  }

  /// Wives come to the husband's house: the son of an old head stays, and his wife with him.
  private func sex(
    of relation: Relation, beside household: Household, _ random: inout SplitMix64
  ) -> Bool {
    switch relation {
    case .spouse: !household.members[0].male
    case .childInLaw: false
    case .child where household.members[0].born.age >= 55: true
    case .parent: !(household.members.first { $0.relation == .parent }?.male ?? random.happens(600))
    default: random.happens(530)
    }
  }

  private func headAge(_ random: inout SplitMix64) -> Int {
    switch random.weighted([38, 40, 22]) {
    case 0: random.draw(27...41)
    case 1: random.draw(42...55)
    default: random.draw(56...73)
    }
  }

  /// Those who usually share a head's roof, nearest first, with their ages; at least six.
  private func company(
    ofHeadAged age: Int, _ random: inout SplitMix64
  ) -> [(Relation, Int)] {
    var kin: [(Relation, Int)] = []
    if random.happens(900) { kin.append((.spouse, max(21, age + random.draw(-5...3)))) }
    if age < 56 {
      let eldest = min(age - 22, 26)
      for gap in [0, 3, 6] where eldest - gap >= 1 || gap == 0 {
        kin.append((.child, max(1, eldest - gap - random.below(2))))
      }
      let parents = random.draw(1...2)
      for _ in 0..<parents { kin.append((.parent, min(90, age + random.draw(20...27)))) }
      if parents == 1, age > 46 { kin.append((.grandchild, random.draw(1...3))) }
    } else {
      let child = age - random.draw(22...27)
      kin += [(.child, child), (.childInLaw, max(21, child - random.below(4)))]
      let grandchild = max(1, child - 24)
      kin += [(.grandchild, grandchild), (.grandchild, max(1, grandchild - 3))]
    }
    while kin.count < 7 { kin.append((.other, random.draw(8...70))) }
    return kin
  }

  private mutating func add(
    _ relation: Relation, age: Int, male: Bool, surname: String, people: Int,
    to household: inout Household, _ random: inout SplitMix64
  ) {
    let born = Day.newYear + (-365 * age - random.draw(1...364))
    var member = member(
      relation, born: born, male: male, surname: surname, people: people, in: household, &random)
    member.isUnwell = random.happens(age > 60 ? 420 : 110)
    if random.happens(10) { member.idForm = .missing }
    if (32...70).contains(age), random.happens(6) { member.idForm = .fifteen }
    household.members.append(member)
  }

  /// Names are drawn until they differ within the household, for they tell apart those who have
  /// no ID.
  private mutating func member(
    _ relation: Relation, born: Day, male: Bool, surname: String, people: Int,
    in household: Household, _ random: inout SplitMix64
  ) -> Member {
    var name: String
    repeat {
      name = names.draw(surname: surname, of: people, male: male, &random)
    } while household.members.contains { $0.name == name }
    return Member(
      name: name, relation: relation, male: male, born: born, people: people,
      id: ids.issue(born: born, male: male))
  }

  // MARK: Births and deaths of the year

  private mutating func happenings(in household: inout Household, _ random: inout SplitMix64) {
    if random.happens(14),
      let elder = household.members.lastIndex(where: { $0.relation == .parent && $0.born.age > 66 })
    {
      household.members[elder].leftOn = Day.newYear + random.draw(10...350)
    }
    let hasYoungCouple = household.members.contains { $0.relation == .child && $0.born.age < 8 }
    guard hasYoungCouple, household.members.count < 7, random.happens(60) else { return }
    let born = Day.newYear + random.draw(5...350)
    let sibling = household.members.first { $0.relation == .child }?.name ?? ""
    let surname = sibling.hasPrefix("欧阳") ? "欧阳" : String(sibling.prefix(1))
    var child = member(
      .child, born: born, male: random.happens(530), surname: surname,
      people: household.members[0].people, in: household, &random)
    child.joinedOn = born
    if random.happens(450) { child.idForm = .missing }
    household.members.append(child)
  }
}
