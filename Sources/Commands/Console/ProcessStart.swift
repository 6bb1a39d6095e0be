/// What must happen before anything else does.
package enum ProcessStart {
  /// To be called once, first: begins to watch for signals, keeps the standard streams apart from files, and
  /// turns a closed pipe into an error of the write.
  package static func prepare() {
    SignalWatch.begin()
    System.prepareStreams()
  }
}
