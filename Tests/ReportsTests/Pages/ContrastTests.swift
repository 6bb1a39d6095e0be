import Foundation
import Reports
import Testing

@Suite("The colours of pages")
struct ContrastTests {
  /// The colours that the style names, as red, green and blue.
  private static func colours() throws -> [String: [Double]] {
    let style = PageReader(SampleReports.page().html(in: .en)).texts(of: "style").joined()
    var colours: [String: [Double]] = ["white": [255, 255, 255]]
    for match in style.matches(of: #/--(\w+): #(\w{6});/#) {
      let number = try #require(Int(match.2, radix: 16))
      colours[String(match.1)] = [16, 8, 0].map { Double(number >> $0 & 0xFF) }
    }
    return colours
  }

  /// WCAG 2.1, relative luminance.
  private static func luminance(_ colour: [Double]) -> Double {
    let parts = colour.map { part in
      part / 255 <= 0.03928 ? part / 255 / 12.92 : pow((part / 255 + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  @Test(
    "text stands out from what it is written on by 4.5 to 1 at least",
    arguments: [
      ("ink", "paper"), ("soft", "paper"), ("alert", "paper"), ("ink", "l0"), ("ink", "l1"),
      ("ink", "l2"), ("white", "l3"), ("white", "l4"),
    ])
  func contrast(text: String, ground: String) throws {
    let colours = try Self.colours()
    let pair = [try #require(colours[text]), try #require(colours[ground])]
      .map(Self.luminance).sorted()
    #expect((pair[1] + 0.05) / (pair[0] + 0.05) >= 4.5)
  }
}
