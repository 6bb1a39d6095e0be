/// Hashes the rows of one fact table as the chain does, block by block, as they are filled.
final class LeafHasher {
  private let table: FactTable
  private var leaves = SHA256()
  private var bytes = ChainBytes()

  init(_ table: FactTable) { self.table = table }

  func add(_ block: FactBlock) {
    for index in 0..<block.count {
      bytes.removeAll()
      bytes.append(table.number)
      bytes.append(block.row(index))
      bytes.digest.withBytes { leaves.update($0) }
    }
  }

  /// The digest over the leaves so far; the hasher begins anew.
  func finish() -> SHA256Digest { leaves.finalize() }
}
