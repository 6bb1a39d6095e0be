import Arguments
import Domain
import Register

/// An office as people name it: a code, or a name in Chinese or English, whole or without what kind of
/// place it is: `433123`, `Fenghuang`, `凤凰县`, `凤凰`.
enum OfficeName {
  static func office(
    named text: String, _ console: Console
  ) throws(Problem) -> FoundingRegion {
    let offices = FoundingRegion.offices
    if let number = Int64(text) {
      // Twelve digits are the statistical lists' writing of the same place.
      let code = RegionCode(number)?.value ?? number
      if let office = offices.first(where: { $0.code == code }) { return office }
      throw unknown(text, near: offices.map { String($0.code) }, console)
    }
    let wanted = text.lowercased()
    let whole = offices.filter { $0.nameChinese == text || $0.nameEnglish.lowercased() == wanted }
    let begun = offices.filter {
      $0.nameEnglish.lowercased().hasPrefix(wanted + " ")
        || text.count >= 2 && $0.nameChinese.hasPrefix(text)
    }
    let found = whole.isEmpty ? begun : whole
    guard let first = found.first else {
      let names = offices.map { $0.nameEnglish.split(separator: " ").first.map(String.init) ?? "" }
      throw unknown(
        text, near: names + offices.map(\.nameEnglish) + offices.map(\.nameChinese), console)
    }
    guard found.count == 1 else { throw ambiguous(text, found, console) }
    return first
  }

  private static func unknown(
    _ text: String, near names: [String], _ console: Console
  ) -> Problem {
    let nearest = Nearest.choices(to: text, among: names)
    let typed = PersonalNumbers.masked(text)
    let hint = console.language.meant(
      nearest,
      else: console.say(
        "; give six digits such as 433123, or a name such as Fenghuang",
        "；请写六位代码如 433123，或名称如凤凰县"))
    return Problem(
      "unknown_office",
      console.say(
        "no province, prefecture or county is “\(typed)”", "没有省、市州或县是“\(typed)”") + hint)
  }

  private static func ambiguous(
    _ text: String, _ found: [FoundingRegion], _ console: Console
  ) -> Problem {
    let list = found.map { "\($0.code) \(console.say($0.nameEnglish, $0.nameChinese))" }
    return Problem(
      "ambiguous_office",
      console.say("“\(text)” may be ", "“\(text)”可能是 ")
        + list.joined(separator: console.say(" or ", " 或 "))
        + console.say("; give the code", "；请写代码"))
  }
}
