/// SHA-256 (FIPS 180-4), for leaves and entries of the chain.
///
/// A value kept and used again costs nothing to set up: `finalize` begins anew.
package struct SHA256 {
  private var state = Self.start
  /// Up to 63 bytes that do not make a block yet.
  private var pending = SIMD8<UInt64>()
  private var pendingCount = 0
  /// Bytes taken in so far.
  private var length: UInt64 = 0
  private let usesProcessor: Bool

  package init() { usesProcessor = Self.isInProcessor }

  /// - Precondition: with `usingProcessor`, `isInProcessor`.
  package init(usingProcessor: Bool) {
    precondition(!usingProcessor || Self.isInProcessor, "the processor has no SHA-256")
    usesProcessor = usingProcessor
  }

  package static func hash(_ bytes: [UInt8]) -> SHA256Digest {
    var hash = SHA256()
    hash.update(bytes.span)
    return hash.finalize()
  }

  package mutating func update(_ bytes: Span<UInt8>) {
    bytes.withUnsafeBytes { update($0) }
  }

  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
    length &+= UInt64(bytes.count)
    var taken = 0
    if pendingCount > 0 {
      taken = min(64 - pendingCount, bytes.count)
      keep(UnsafeRawBufferPointer(rebasing: bytes[..<taken]))
      if pendingCount < 64 { return }
      compressPending()
    }
    let blocks = (bytes.count - taken) / 64
    if blocks > 0 {
      compress(start + taken, blocks)
      taken += blocks * 64
    }
    keep(UnsafeRawBufferPointer(rebasing: bytes[taken...]))
  }

  /// The digest of all that was taken in; the next `update` begins a new message.
  package mutating func finalize() -> SHA256Digest {
    let bits = length &* 8
    var used = pendingCount
    withUnsafeMutableBytes(of: &pending) { block in
      block[used] = 0x80
      used += 1
      for index in used..<64 { block[index] = 0 }
    }
    if used > 56 {
      compressPending()
      pending = SIMD8()
    }
    pending[7] = bits.bigEndian
    compressPending()
    defer {
      state = Self.start
      length = 0
    }
    return SHA256Digest(words: state)
  }

  private mutating func keep(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
    withUnsafeMutableBytes(of: &pending) { block in
      guard let base = block.baseAddress else { return }
      (base + pendingCount).copyMemory(from: start, byteCount: bytes.count)
    }
    pendingCount += bytes.count
  }

  private mutating func compress(_ blocks: UnsafeRawPointer, _ count: Int) {
    if usesProcessor {
      Self.compressByProcessor(&state, blocks, count)
    } else {
      Self.compressInSwift(&state, blocks, count)
    }
  }

  private mutating func compressPending() {
    let block = pending
    withUnsafeBytes(of: block) { bytes in
      if let start = bytes.baseAddress { compress(start, 1) }
    }
    pendingCount = 0
  }
}
