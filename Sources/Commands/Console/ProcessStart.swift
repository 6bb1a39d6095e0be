/// What must happen before anything else does.
package enum ProcessStart {
  /// To be called once, first: keeps the standard streams apart from files, turns a closed pipe
  /// into an error of the write, and begins to watch for signals.
  package static func prepare() {
    System.prepareStreams()
    SignalWatch.begin()
  }
}
