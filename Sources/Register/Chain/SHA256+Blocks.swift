#if canImport(CSHA256)
  import CSHA256
#endif

// The compression function, twice: by the processor's instructions where it has them (some four
// times as quick), and in plain Swift everywhere. Tests hold the two against each other.

extension SHA256 {
  #if canImport(CSHA256)
    /// Whether this processor has instructions for SHA-256 that this build can use.
    package static let isInProcessor = sixpoint_sha256_is_available() != 0
  #else
    package static let isInProcessor = false
  #endif

  /// The initial words, FIPS 180-4, 5.3.3.
  static let start = SIMD8<UInt32>(
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19)

  static func compressByProcessor(
    _ state: inout SIMD8<UInt32>, _ blocks: UnsafeRawPointer, _ count: Int
  ) {
    #if canImport(CSHA256)
      withUnsafeMutableBytes(of: &state) { words in
        sixpoint_sha256_compress(
          words.baseAddress?.assumingMemoryBound(to: UInt32.self),
          blocks.assumingMemoryBound(to: UInt8.self), count)
      }
    #else
      preconditionFailure("built without the processor's SHA-256")
    #endif
  }

  /// FIPS 180-4, 6.2.2.
  static func compressInSwift(
    _ state: inout SIMD8<UInt32>, _ blocks: UnsafeRawPointer, _ count: Int
  ) {
    constants.withUnsafeBufferPointer { constants in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
        for block in 0..<count {
          fill(schedule, blocks + block * 64)
          state &+= rounds(state, schedule, constants)
        }
      }
    }
  }

  /// Steps 1: the sixteen words of the block and the forty-eight made of them.
  @inline(__always)
  private static func fill(
    _ schedule: UnsafeMutableBufferPointer<UInt32>, _ block: UnsafeRawPointer
  ) {
    for index in 0..<16 {
      let word = block.loadUnaligned(fromByteOffset: index &* 4, as: UInt32.self)
      schedule[index] = UInt32(bigEndian: word)
    }
    for index in 16..<64 {
      let early = schedule[index &- 15]
      let late = schedule[index &- 2]
      let earlySigma = turned(early, 7) ^ turned(early, 18) ^ (early &>> 3)
      let lateSigma = turned(late, 17) ^ turned(late, 19) ^ (late &>> 10)
      schedule[index] = schedule[index &- 16] &+ earlySigma &+ schedule[index &- 7] &+ lateSigma
    }
  }

  /// Steps 2 and 3: eight rounds at a time, in which the eight letters come round to themselves.
  @inline(__always)
  private static func rounds(
    _ state: SIMD8<UInt32>, _ schedule: UnsafeMutableBufferPointer<UInt32>,
    _ constants: UnsafeBufferPointer<UInt32>
  ) -> SIMD8<UInt32> {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    var index = 0
    while index < 64 {
      round(a, b, c, &d, e, f, g, &h, schedule[index] &+ constants[index])
      round(h, a, b, &c, d, e, f, &g, schedule[index &+ 1] &+ constants[index &+ 1])
      round(g, h, a, &b, c, d, e, &f, schedule[index &+ 2] &+ constants[index &+ 2])
      round(f, g, h, &a, b, c, d, &e, schedule[index &+ 3] &+ constants[index &+ 3])
      round(e, f, g, &h, a, b, c, &d, schedule[index &+ 4] &+ constants[index &+ 4])
      round(d, e, f, &g, h, a, b, &c, schedule[index &+ 5] &+ constants[index &+ 5])
      round(c, d, e, &f, g, h, a, &b, schedule[index &+ 6] &+ constants[index &+ 6])
      round(b, c, d, &e, f, g, h, &a, schedule[index &+ 7] &+ constants[index &+ 7])
      index &+= 8
    }
    return SIMD8(a, b, c, d, e, f, g, h)
  }

  /// One round: the caller's next round names the letters one further on instead of moving them.
  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32,
    _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32, _ word: UInt32
  ) {
    let choice = (e & f) ^ (~e & g)
    let first = h &+ (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) &+ choice &+ word
    let majority = (a & b) | (c & (a | b))
    d &+= first
    h = first &+ (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) &+ majority
  }

  /// ROTR of the standard.
  @inline(__always)
  private static func turned(_ word: UInt32, _ bits: UInt32) -> UInt32 {
    (word &>> bits) | (word &<< (32 &- bits))
  }

  /// The round constants, 4.2.2.
  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}
