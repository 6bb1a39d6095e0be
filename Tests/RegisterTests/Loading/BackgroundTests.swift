import Synchronization
import Testing

@testable import Register

@Suite("Work on a second thread")
struct BackgroundTests {
  @Test("gives its answer to the thread that made it")
  func answers() {
    for number in 0..<50 {
      let work = Background(from: number) { $0 * 2 }
      #expect(work.takeAnswer() == number * 2)
      #expect(!work.isRunning)
    }
  }

  @Test("goes on safely where its owner has gone without waiting")
  func abandoned() {
    let done = CountingSignal(0)
    let begin = CountingSignal(0)
    for _ in 0..<50 {
      _ = Background(from: [1, 2, 3]) { numbers in
        begin.wait()
        done.post()
        return numbers
      }
    }
    for _ in 0..<50 { begin.post() }
    for _ in 0..<50 { done.wait() }
  }

  @Test("is waited for as often as anybody likes, and done once")
  func waits() {
    let count = Counted()
    let work = Background(from: count) { count in
      count.number.withLock { $0 += 1 }
      return count
    }
    work.wait()
    work.wait()
    #expect(work.takeAnswer().number.withLock { $0 } == 1)
  }

  private final class Counted: Sendable {
    let number = Mutex(0)
  }
}
