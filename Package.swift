// swift-tools-version: 6.2
import PackageDescription

// The floors of the house, lowest first; an arrow goes down only.
// ARCHITECTURE.md says what lives on each.

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
]

/// A debug build without what only a debugger reads is a tenth quicker; take the flag out to debug.
let tested: [SwiftSetting] = strict + [.unsafeFlags(["-gnone"], .when(configuration: .debug))]

/// What the program is made of is optimised in a debug build as well: the tests read hundreds of
/// thousands of cells with it, and unoptimised they take three times as long.
let optimised: [SwiftSetting] = tested + [.unsafeFlags(["-O"], .when(configuration: .debug))]

func floor(
  _ name: String, on lower: [Target.Dependency] = [], with pages: [String] = []
) -> Target {
  .target(
    name: name, dependencies: lower, resources: pages.map { .embedInCode($0) },
    swiftSettings: optimised)
}

func tests(
  of name: String, with others: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.target(name: name)] + others, exclude: exclude,
    swiftSettings: tested)
}

let package = Package(
  name: "sixpoint",
  products: [.executable(name: "sixpoint", targets: ["sixpoint"])],
  targets: [
    // The header and the library lie on the default paths; pkg-config would only warn where it lacks them.
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    floor("Domain"),
    floor("CSV"),
    floor("Arguments"),
    floor("Markup"),
    floor("Charts", on: ["Markup"]),
    floor("SQLite", on: ["CSQLite"]),
    .target(
      name: "Schema", dependencies: ["SQLite"], path: "Schema",
      resources: [
        .embedInCode("m0001_register.sql"), .embedInCode("m0002_guards.sql"),
        .embedInCode("m0003_rules.sql"), .embedInCode("m0004_exceptions.sql"),
        .embedInCode("m0005_counties.sql"), .embedInCode("m0006_months.sql"),
      ], swiftSettings: optimised),
    // The processor's SHA-256 instructions, where it has them.
    .target(name: "CSHA256", cSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))]),
    floor("Register", on: ["Domain", "SQLite", "Schema", "CSHA256"]),
    floor("Intake", on: ["Domain", "CSV", "SQLite", "Register"]),
    // The clerks' pages are part of the program: `explain` reads them.
    floor(
      "Sheets", on: ["Domain", "CSV", "Register", "Intake"],
      with: ["Sheets.docc/ClerksGuide.md", "Sheets.docc/ClerksGuide.zh.md"]),
    floor("Reports", on: ["Domain", "CSV", "Markup", "Charts"], with: ["Pages/page.css"]),
    floor("Workbook", on: ["Markup"]),
    floor(
      "Commands",
      on: [
        "Arguments", "Domain", "CSV", "Markup", "Register", "Intake", "Sheets", "Reports",
        "Workbook",
      ],
      with: [
        "Explaining/Rules.md", "Explaining/Rules.zh.md", "Explaining/Words.md",
        "Explaining/Words.zh.md",
      ]),
    .executableTarget(name: "sixpoint", dependencies: ["Commands"], swiftSettings: optimised),
    .executableTarget(
      name: "SampleGenerator", dependencies: ["Schema"], swiftSettings: optimised),

    // A second, slow and obvious reading of the counting rule, for the tests alone.
    .target(name: "Reference", path: "Tests/Reference", swiftSettings: optimised),
    tests(of: "Domain", with: ["Reference"]),
    tests(of: "CSV"),
    tests(of: "Arguments"),
    tests(of: "SQLite"),
    tests(of: "Schema", with: ["SQLite"]),
    tests(
      of: "Register", with: ["Domain", "SQLite", "Schema", "Reference"],
      exclude: ["Versions/Kept", "Figures/reference.sql"]),
    tests(
      of: "Sheets", with: ["Domain", "CSV", "SQLite", "Register", "Intake"],
      exclude: ["Cases/Files"]),
    tests(of: "Markup"),
    tests(of: "Charts", with: ["Markup"]),
    tests(of: "Reports", with: ["Domain", "Markup"]),
    tests(of: "Workbook"),
    tests(
      of: "Commands",
      with: [
        "Arguments", "Domain", "CSV", "SQLite", "Schema", "Register", "Intake", "Sheets", "Reports",
      ]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "sixpoint", "Arguments", "Domain", "SQLite", "Register", "Commands", "Reference",
      ],
      swiftSettings: tested),
  ],
  swiftLanguageModes: [.v6]
)
