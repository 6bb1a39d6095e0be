import Domain
import Register

extension HandIn {
  /// The number of a project that stands, or a refusal that names the nearest.
  func project(_ text: String) throws(Problem) -> String {
    let number = KeyFolding.fold(text)
    try register.require(.project, number, console)
    return number
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
