import Markup

/// What every page has in common: one file that holds all it needs, without script, and a policy that lets a
/// browser run and fetch nothing.
package enum Page {
  /// How wide what is printed may be.
  package enum Sheet: String, Sendable {
    /// A report: charts and tables.
    case report
    /// What hangs on a wall: larger letters.
    case poster
    /// A booklet of a household: a printed page ends where a part says so.
    case handbook
  }

  /// The style of all pages. It holds no address of anything.
  private static var style: [UInt8] { PackageResources.page_css }

  /// SHA-256 of the style in Base64: the one style that the policy lets in.
  package static let styleDigest = "IeAV0HPi0gxAei2hqz/AuQj4ymO13ImfQ4HjNA2taeM="

  static let policy =
    "default-src 'none'; style-src 'sha256-\(styleDigest)'; "
    + "base-uri 'none'; form-action 'none'"

  /// - Parameters:
  ///   - title: of the window.
  ///   - body: writes what stands on the page.
  package static func bytes(
    _ sheet: Sheet = .report, title: String, imprint: Imprint, in language: ReportLanguage,
    _ body: (inout MarkupWriter) -> Void
  ) -> [UInt8] {
    var markup = MarkupWriter()
    markup.documentType()
    // The style prints the title at the foot of each sheet; a policy without scripts leaves no other way.
    markup.element(
      "html", ["lang": language == .zh ? "zh-CN" : "en", "data-running": .text(title)]
    ) { html in
      html.line()
      html.element("head") { head in
        head.line()
        head.empty("meta", ["charset": "utf-8"])
        head.line()
        head.empty(
          "meta", ["http-equiv": "Content-Security-Policy", "content": .text(policy)])
        head.line()
        head.empty("meta", ["name": "referrer", "content": "no-referrer"])
        head.line()
        head.empty(
          "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        head.line()
        head.element("title", title)
        head.line()
        head.style(style)
        head.line()
      }
      html.line()
      html.element("body", ["class": .text(sheet.rawValue)]) { page in
        page.line()
        page.element("main") { main in
          main.line()
          body(&main)
        }
        page.line()
        page.element("footer", imprint.line(in: language))
        page.line()
      }
      html.line()
    }
    markup.line()
    return markup.bytes
  }
}

extension MarkupWriter {
  /// A part of a page with its heading.
  mutating func section(
    _ heading: String, style: String = "part", _ body: (inout MarkupWriter) -> Void
  ) {
    element("section", ["class": .text(style)]) { section in
      section.element("h2", heading)
      section.line()
      body(&section)
    }
    line()
  }

  mutating func paragraph(_ text: String, style: String? = nil) {
    element("p", ["class": style.map { MarkupValue.text($0) } ?? MarkupValue.absent], text)
    line()
  }
}
