import Arguments
import CSV
import Intake
import Register
import Reports
import Sheets

/// One `import`: file after file, each its own entry, and what is told of them.
struct ImportRun {
  let console: Console
  let register: Register
  private let author: EntryAuthor
  let options: ImportOptions
  private let encoding: TextEncoding?
  private let wantsJSON: Bool
  private let keepsGoing: Bool
  private let isQuiet: Bool
  private let things = KnownThings()
  private let text: ReceiptText
  private let result: ImportResult
  private let rejectsPath: String?
  private let replaces: Bool
  private let protected: ProtectedFiles
  private var receipts: [Receipt] = []

  init(
    arguments: ParsedArguments, console: Console, register: Register, author: EntryAuthor,
    options: ImportOptions, encoding: TextEncoding?
  ) {
    self.console = console
    self.register = register
    self.author = author
    self.options = options
    self.encoding = encoding
    wantsJSON = arguments.flag("json")
    keepsGoing = arguments.flag("keep-going")
    isQuiet = arguments.flag("quiet")
    rejectsPath = arguments.value("rejects")
    replaces = arguments.flag("force")
    protected = console.protectedFiles(arguments)
    result = ImportResult(arguments, console)
    text = ReceiptText(
      console: console, mostFaults: arguments.flag("all-faults") ? nil : 20,
      isCheck: options.isCheck, showsWarnings: !isQuiet)
  }

  /// A signal is answered between the files too, so that what is written is also told.
  mutating func take(_ files: SheetFiles) throws(Problem) -> ExitStatus {
    try SignalWatch.whileWorking { () throws(Problem) in
      let status: ExitStatus
      do throws(Problem) { status = try takeAll(files) } catch {
        // What is written is told, whatever came after it.
        try? result.finish()
        throw error
      }
      try result.finish()
      return status
    }
  }

  private mutating func takeAll(_ files: SheetFiles) throws(Problem) -> ExitStatus {
    let isOne = files.items.count == 1
    // Of several files the summary is long: what to do is told behind it, where it is still on the screen.
    var last: [String] = []
    defer {
      if !files.skipped.isEmpty {
        console.diagnostics.line(SheetFiles.skippedLine(files.skipped, console))
      }
      for line in last { console.diagnostics.line(line) }
      console.diagnostics.sayMore(
        of: receipts.flatMap { receipt in receipt.faultsByRule.map { $0.rule } })
    }
    var left: [String] = []
    do throws(Problem) {
      for (place, item) in files.items.enumerated() {
        guard SignalWatch.goesOn() else {
          throw RegisterWords(language: console.language).interrupted
        }
        let receipt = try take(item, isOne: isOne)
        receipts.append(receipt)
        // What one large file took would else stand beside what the next takes.
        if !isOne { register.releaseMemory() }
        if !isOne, !wantsJSON, let line = refusalLine(receipt) { last.append(line) }
        if receipt.hasFaults && !options.acceptsValid && !keepsGoing {
          left = files.items[(place + 1)...].map(\.name)
          if !left.isEmpty { last.append(leftLine(left.count)) }
          break
        }
      }
      if receipts.contains(where: { $0.entry != nil }) { settle() }
    } catch {
      let error = isOne ? error : sayingWritten(error)
      if isOne || !wantsJSON || receipts.isEmpty { throw error }
      try print { writer, json, handOn throws(OutputFault) in
        try writer.write(receipts, endedBy: error, to: &json, handOn: handOn)
      }
      return console.diagnostics.tell(error, resultStands: true)
    }
    if wantsJSON {
      try print { writer, json, handOn throws(OutputFault) in
        if isOne, let receipt = receipts.first {
          try writer.write(receipt, to: &json, handOn: handOn)
        } else {
          try writer.write(receipts, endedBy: nil, to: &json, handOn: handOn)
        }
      }
    }
    if !wantsJSON, !isOne {
      let terminal = Terminal(.output)
      let summary = ImportSummary(receipts, left: left, isCheck: options.isCheck, console)
      // What goes to a file or a pipe is never cut.
      try result.print(
        summary.lines(within: result.isShown(on: terminal) ? terminal.columns : nil))
    }
    return receipts.contains(where: \.hasFaults) ? .refused : .done
  }

  /// Reads, judges and writes one file, and tells people what came of it.
  private func take(_ item: SheetFiles.Item, isOne: Bool) throws(Problem) -> Receipt {
    let start = System.monotonicNanoseconds
    if let fault = item.fault {
      let receipt = Receipt(unopened: item.name, fault)
      if !wantsJSON { try tell(receipt, 0, isOne: isOne) }
      return receipt
    }
    let file: SheetFile
    if let kept = item.kept {
      file = kept
    } else {
      file = try SheetFiles.open(item.path, named: item.name, encoding: encoding, console)
    }
    let progress = ImportProgress(of: file, console, isWanted: !isQuiet && !wantsJSON)
    let rejects = RejectsFile(
      stated: rejectsPath, source: item.path, replaces: replaces, protected: protected,
      console: console)
    var kept: Problem?
    let mayLeaveOut = {
      do throws(Problem) { try rejects.check() } catch { kept = error }
      return kept == nil
    }
    let receipt: Receipt
    do throws(ImportFault) {
      let importer = Importer(
        into: register, by: author, options, knowing: things, mayLeaveOut: mayLeaveOut,
        progress: progress.advance)
      receipt = try progress.during(register) { () throws(ImportFault) in try importer.run(file) }
    } catch {
      if let kept { throw kept }
      throw ImportWords(language: console.language, file: item.path).problem(error)
    }
    if !wantsJSON { try tell(receipt, System.monotonicNanoseconds - start, isOne: isOne) }
    if !options.isCheck, !receipt.rejectedLines.isEmpty,
      options.acceptsValid && !receipt.isRefusedWhole || rejectsPath != nil
    {
      try keep(rejects, of: receipt, file)
    }
    return receipt
  }

  private func tell(
    _ receipt: Receipt, _ nanoseconds: Int64, isOne: Bool
  ) throws(Problem) {
    text.tellFaults(receipt)
    let lines = text.lines(receipt, nanoseconds: nanoseconds)
    if let rejectsPath, Output.isStandardOutput(rejectsPath) {
      for line in lines { console.diagnostics.bareLine(line) }
    } else {
      try result.print(lines)
    }
    if isOne, let line = refusalLine(receipt) { console.diagnostics.line(line) }
  }

  /// What to do about a file that was refused; nil of any other.
  private func refusalLine(_ receipt: Receipt) -> String? {
    guard receipt.hasFaults, !options.isCheck, receipt.entry == nil else { return nil }
    return refusal(of: receipt)
  }

  /// The rejected rows go to a file of their own: where the sound ones were written, and where the clerk
  /// names a file for them. The sound ones stand by then, so where this fails it is told that they do.
  private func keep(
    _ rejects: RejectsFile, of receipt: Receipt, _ file: SheetFile
  ) throws(Problem) {
    guard let sheet = RejectsSheet(of: receipt, file, in: console.language.ofFaults) else { return }
    do throws(Problem) {
      try rejects.write(sheet)
      let place =
        rejects.isStandardOutput ? console.say("standard output", "标准输出") : rejects.path
      console.diagnostics.line(
        console.say(
          receipt.rejected == 1
            ? "the row not taken is in \(place), to be corrected and imported again"
            : "the \(receipt.rejected) rows not taken are in \(place), to be corrected and imported again",
          "拒收的 \(receipt.rejected) 行在 \(place) 中，请更正后再导入"))
    } catch {
      guard receipt.entry != nil else { throw error }
      throw Problem(
        error.rule,
        console.say(
          "the sound rows of \(rejects.source) are written, but not the file of the rejected ones: ",
          "\(rejects.source) 中无误的行已写入，但拒收文件未能写出：") + error.message, status: error.status)
    }
  }

  private func leftLine(_ count: Int) -> String {
    console.say(
      "\(count) more \(count == 1 ? "file was" : "files were") not read; --keep-going goes on",
      "其余 \(count) 个文件未读；用 --keep-going 可继续")
  }

  /// An interrupt between files leaves those before it written.
  private func sayingWritten(_ problem: Problem) -> Problem {
    let written = receipts.count { $0.entry != nil }
    guard problem.status == .interrupted, written > 0 else { return problem }
    return Problem(
      "interrupted",
      console.say(
        "interrupted; \(written) \(written == 1 ? "file is" : "files are") written, of the others nothing",
        "已中断；\(written) 个文件已写入，其余未写入任何内容"), status: .interrupted)
  }

  /// Brings the kept figures up to date. They can be late and never wrong, so what keeps them from it
  /// is no failure of the import, which stands; an interrupt is none either.
  private func settle() {
    do throws(RegisterFault) {
      let progress = ImportProgress(
        ofFigures: console, isWanted: !isQuiet && !wantsJSON)
      try progress.during(register) { () throws(RegisterFault) in try register.settleKept() }
    } catch {
      let problem = error.problem(in: console.language)
      if problem.status != .interrupted, !isQuiet {
        console.diagnostics.warn(
          console.say(
            "the import is written, but the figures will be summed anew when they are asked for: ",
            "导入已写入，但汇总数须在使用时重新计算：") + problem.message)
      }
    }
  }

  private typealias HandOn = (inout JSONText) throws(OutputFault) -> Void

  private func print(
    _ body: (ReceiptJSON, inout JSONText, HandOn) throws(OutputFault) -> Void
  ) throws(Problem) {
    try console.worded { () throws(OutputFault) in
      var output = try result.output()
      var json = JSONText()
      let writer = ReceiptJSON(language: console.language, isTrial: options.isCheck)
      try body(writer, &json) { json throws(OutputFault) in
        try output.write(json.takeBytes())
      }
      json.line()
      try output.write(json.takeBytes())
      try output.finish()
    }
  }
}
