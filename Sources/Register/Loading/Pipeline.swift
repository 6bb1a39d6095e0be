import SQLite
import Synchronization

// Two threads and a few blocks that go round between them: one fills, the other uses.

/// Fills blocks with rows.
package protocol BlockMaker: ~Copyable, Sendable {
  /// Fills a block, whatever it held; false where there is nothing more to fill it with.
  mutating func fill(_ block: FactBlock) -> Bool
}

/// Decides, on the thread that adds them, which rows of a block enter the table.
package protocol BlockJudge: AnyObject {
  /// Leaves out rows of the block, and completes and numbers the others; false ends the loading.
  func judge(_ block: FactBlock) throws(SQLiteFailure) -> Bool
}

/// Blocks that a second thread fills while the first uses those filled before. It hashes them too, as long as
/// the first has others to use.
///
/// Made, asked and ended by one thread. The second thread owns the maker until `end` gives it back.
final class Pipeline<Maker: BlockMaker & ~Copyable> {
  private let blocks: BlockExchange
  private let filling: Background<Filler, Filler>
  private var inUse: FactBlock?
  /// Fills blocks as they are asked for, where the system has no thread to give.
  private var alone: Filler?

  /// What goes over to the second thread and comes back.
  struct Filler: ~Copyable, Sendable {
    var maker: Maker
    /// For a block and those beside it; none where rows are hashed only once they are judged.
    private var hashers: [LeafHasher]

    init(_ maker: consuming Maker, _ hashers: [LeafHasher]) {
      self.maker = maker
      self.hashers = hashers
    }

    mutating func hash(_ block: FactBlock) {
      for index in hashers.indices {
        hashers[index].hash(index == 0 ? block : block.beside[index - 1])
      }
    }

    consuming func end() -> Maker { maker }
  }

  /// - Parameter hashers: for a block and those beside it; none where the rows are hashed elsewhere.
  init(_ blocks: [FactBlock], _ hashers: [LeafHasher], maker: consuming Maker) {
    let exchange = BlockExchange(blocks)
    self.blocks = exchange
    filling = Background(from: Filler(maker, hashers)) { filler in
      var filler = filler
      while let block = exchange.takeFree() {
        let isFilled = filler.maker.fill(block)
        if isFilled, exchange.holdsFilled { filler.hash(block) }
        exchange.give(isFilled ? block : nil)
        if !isFilled { break }
      }
      return filler
    }
    // Whoever takes the answer of work that no thread has begun does it: with no free block there is none.
    if !filling.isRunning {
      exchange.stop()
      alone = filling.takeAnswer()
      inUse = blocks.first
    }
  }

  /// The next block filled; nil after the last. The block given before is taken back.
  func next() -> FactBlock? {
    if alone != nil { return fillInPlace() }
    inUse = blocks.exchange(inUse)
    return inUse
  }

  private func fillInPlace() -> FactBlock? {
    guard let block = inUse, alone?.maker.fill(block) == true else {
      inUse = nil
      return nil
    }
    return block
  }

  /// Ends the filling and waits for it; a second time it does nothing.
  func stop() {
    blocks.stop()
    filling.wait()
  }

  /// Stops, and gives back what was filled from. Once.
  func end() -> Maker {
    stop()
    if let alone = alone.take() { return alone.end() }
    return filling.takeAnswer().end()
  }
}

/// The blocks that neither thread has in hand.
private final class BlockExchange: Sendable {
  private struct State: Sendable {
    var free: [FactBlock]
    var filled: [FactBlock] = []
    var isStopped = false
    var hasEnded = false
  }

  private let state: Mutex<State>
  /// Counts the free blocks, and the stop.
  private let toFill: CountingSignal
  /// Counts the filled blocks, and the end.
  private let toUse = CountingSignal(0)

  init(_ blocks: [FactBlock]) {
    state = Mutex(State(free: blocks))
    toFill = CountingSignal(blocks.count)
  }

  /// For the second thread: waits for a block to fill; nil once it is to stop.
  func takeFree() -> FactBlock? {
    toFill.wait()
    return state.withLock { $0.isStopped ? nil : $0.free.popLast() }
  }

  /// Whether the first thread has more to use when it comes back.
  var holdsFilled: Bool { state.withLock { !$0.filled.isEmpty } }

  /// From the second thread: a block that is filled; nil where there will be no more.
  func give(_ block: FactBlock?) {
    state.withLock {
      if let block { $0.filled.append(block) } else { $0.hasEnded = true }
    }
    toUse.post()
  }

  /// For the first thread: gives back a block that was used, and waits for the next; nil after the last.
  func exchange(_ used: FactBlock?) -> FactBlock? {
    if let used {
      state.withLock { $0.free.append(used) }
      toFill.post()
    }
    guard state.withLock({ !$0.hasEnded || !$0.filled.isEmpty }) else { return nil }
    toUse.wait()
    return state.withLock { $0.filled.isEmpty ? nil : $0.filled.removeFirst() }
  }

  func stop() {
    state.withLock { $0.isStopped = true }
    toFill.post()
  }
}
