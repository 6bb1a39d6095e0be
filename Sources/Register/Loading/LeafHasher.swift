/// Hashes the rows of one fact table as the chain does, block by block.
struct LeafHasher: Sendable {
  private var leaves = SHA256()
  private var leaf: LeafWriter

  init(_ table: FactTable) { leaf = LeafWriter(table) }

  /// Works out the leaves of a block's rows, unless that is done, and keeps them in the block.
  mutating func hash(_ block: FactBlock) {
    if !block.isHashed { block.hash { leaf.digest(of: $0) } }
  }

  /// Adds the leaves of a block's rows.
  mutating func add(_ block: FactBlock) {
    hash(block)
    for index in 0..<block.count where !block.isLeftOut(index) {
      block.leaf(index).withBytes { leaves.update($0) }
    }
  }

  /// The digest over the leaves so far; the hasher begins anew.
  mutating func finish() -> SHA256Digest { leaves.finalize() }
}
