/// Hashes the rows of one fact table as the chain does, block by block, as they are filled.
struct LeafHasher: Sendable {
  private var leaves = SHA256()
  private var leaf: LeafWriter

  init(_ table: FactTable) { leaf = LeafWriter(table) }

  mutating func add(_ block: FactBlock) {
    for index in 0..<block.count where !block.isLeftOut(index) {
      leaf.digest(of: block.row(index)).withBytes { leaves.update($0) }
    }
  }

  /// The digest over the leaves so far; the hasher begins anew.
  mutating func finish() -> SHA256Digest { leaves.finalize() }
}
