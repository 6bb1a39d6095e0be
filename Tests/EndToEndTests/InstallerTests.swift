import Foundation
import Testing

@Suite("The installer of a handed-out program")
struct InstallerTests {
  private static let project = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// A folder as the tarball unpacks, the program in it the built one.
  private func unpacked() throws -> ProgramFolder {
    let folder = try ProgramFolder()
    let told = try folder.shell(
      """
      mkdir -p tree/bin tree/share/man/man1 && cp "$PROGRAM" tree/bin/sixpoint &&
      cp '\(Self.project.path(percentEncoded: false))scripts/installer' tree/install &&
      tree/bin/sixpoint completions --manual tree/share/man/man1
      """)
    try #require(told.status == 0, "\(told.errors)")
    return folder
  }

  @Test(
    "puts program and pages into the prefix, also over older ones, and takes away its own alone")
  func both() throws {
    let folder = try unpacked()
    let told = try folder.shell(
      """
      set -e
      mkdir -p 'a b/bin' && echo mine > 'a b/bin/other'
      tree/install --prefix 'a b' > told && tree/install --prefix='a b' >> told
      'a b/bin/sixpoint' version > version
      find 'a b' -name '*.new'
      grep -q '^bin/sixpoint: [0-9.]' told
      [ -s 'a b/share/man/man1/sixpoint-log.1' ]
      'a b/share/sixpoint/install' --uninstall --prefix 'a b' >> told
      find 'a b' -type f
      """)
    #expect(told.status == 0 && told.errors.isEmpty, "\(told.errors)")
    #expect(told.output == "a b/bin/other\n")
    let again = try folder.shell("tree/install --uninstall --prefix 'a b'")
    #expect(again.status == 1 && again.errors.hasPrefix("install: nothing is installed in /"))
  }

  @Test("a program that does not run here is not installed")
  func foreign() throws {
    let folder = try unpacked()
    let told = try folder.shell(
      "printf '#!/bin/sh\\nexit 1\\n' > tree/bin/sixpoint; tree/install --prefix new; status=$?; ls new; exit $status"
    )
    #expect(told.status == 1 && told.output.isEmpty, "\(told.output)")
  }
}
