import Domain
import Register

extension HandIn {
  /// The number of a project that stands, or a refusal that names the nearest.
  func project(_ text: String) throws(Problem) -> String {
    let number = KeyFolding.fold(text)
    let isKnown = try console.worded { () throws(QueryFailure) in
      try register.registeredProject(numbered: number) != nil
    }
    if isKnown { return number }
    let nearest = try console.worded { () throws(QueryFailure) in
      try register.projectNumbers(near: number)
    }
    throw Problem(
      "unknown_project",
      console.say(
        "there is no project \(console.shown(text))", "没有项目 \(console.shown(text))")
        + console.language.meant(
          nearest,
          else: console.say("; “project propose” registers one", "；登记项目请用“project propose”")))
  }

  /// Every number that is given, each once, all standing.
  func projects(_ texts: [String]) throws(Problem) -> [String] {
    var numbers: [String] = []
    for text in texts {
      let number = try project(text)
      if !numbers.contains(number) { numbers.append(number) }
    }
    return numbers
  }
}
