import Domain
import Testing

@Suite("Names of villages")
struct VillageNameTests {
  @Test(
    "one village is known by every way of writing it",
    arguments: [
      ("头铺村", "头铺"), ("头铺村", "头铺村委会"), ("头铺村委会", "头铺村民委员会"), ("头铺 村", "　头铺村 "),
      ("头铺村", "茶田镇头铺村"), ("头铺村", "头铺村3组"), ("头铺村", "头铺村第十二村民小组"), ("头铺村", "头铺３组"),
      ("三村村民委员会", "三村"), ("上村村委会", "上村"), ("上村村委会", "上村村"), ("枫树坪社区居委会", "枫树坪社区"),
      ("滨江居民委员会", "滨江居委会"), ("滨江居民委员会", "滨江"), ("Toupu Village", "toupu"),
      ("Toupu Village", "TOUPU  VILLAGE"), ("八组生活区", "八组生活区"), ("村", "村"), ("茶田镇", "茶田镇"),
    ])
  func one(first: String, second: String) {
    let (first, second) = (VillageName(first, in: "茶田镇"), VillageName(second, in: "茶田镇"))
    #expect(first.mayBe(second) && second.mayBe(first))
  }

  @Test(
    "two villages are told apart",
    arguments: [
      ("黄村", "大黄村"), ("头铺村", "头铺社区"), ("头铺村委会", "头铺居委会"), ("一居委会", "二居委会"),
      ("Toupu Village", "Toupu Community"), ("头铺村", "头铺村头铺村"), ("头铺村", ""), ("头铺村", "林寨村头铺村"),
    ])
  func two(first: String, second: String) {
    let (first, second) = (VillageName(first, in: "茶田镇"), VillageName(second, in: "茶田镇"))
    #expect(!first.mayBe(second) && !second.mayBe(first))
  }
}
