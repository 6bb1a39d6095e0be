import Register
import Testing

@Suite("SHA-256 digests")
struct SHA256DigestTests {
  private let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

  @Test("digits and bytes lead back to the same digest")
  func roundTrips() throws {
    let digest = SHA256.hash(Array("abc".utf8))
    #expect(SHA256Digest(hexadecimal: abc) == digest)
    #expect(SHA256Digest(hexadecimal: abc.uppercased()) == digest)
    #expect(digest.bytes.count == 32)
    #expect(digest.bytes.prefix(3) == [0xba, 0x78, 0x16])
    #expect(SHA256Digest(bytes: digest.bytes) == digest)
    #expect(digest.withBytes { span in span.count == 32 && span[31] == 0xad })
    #expect(digest.shortHexadecimal == "ba7816bf8f01")
  }

  @Test(
    "anything but 64 digits is no digest",
    arguments: [
      "", "ba7816bf8f01", String(repeating: "0", count: 63), String(repeating: "0", count: 65),
      String(repeating: "0", count: 66), String(repeating: "0", count: 62) + "0g",
      String(repeating: "0", count: 62) + "é", String(repeating: "0", count: 63) + " ",
    ])
  func refusals(text: String) { #expect(SHA256Digest(hexadecimal: text) == nil) }

  @Test("anything but 32 bytes is no digest", arguments: [0, 31, 33])
  func byteRefusals(count: Int) {
    #expect(SHA256Digest(bytes: Array(repeating: 0, count: count)) == nil)
  }
}
