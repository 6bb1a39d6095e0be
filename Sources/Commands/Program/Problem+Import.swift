import CSV
import Intake
import Register
import Sheets

/// What kept a file from being judged at all, in words.
struct ImportWords {
  let language: Language
  /// The file, as the person named it.
  let file: String

  func problem(_ fault: ImportFault) -> Problem {
    switch fault {
    case .database(let failure): of(failure.problem(in: language))
    case .register(let fault): of(fault.problem(in: language))
    case .source(let fault): problem(fault)
    case .fileChanged:
      Problem(
        "file_changed",
        say(
          "\(file) was written to while it was being read; nothing of it was taken, import it again",
          "\(file) 在读取过程中被改写，未录入任何内容，请重新导入"), status: .failure)
    case .leavesNothingOut:
      Problem(
        "rejects_stand",
        say(
          "there is no place for the rows of \(file) that are not taken; nothing was written",
          "\(file) 中拒收的行无处存放，未写入任何内容"))
    case .interrupted: of(RegisterWords(language: language).interrupted)
    }
  }

  func problem(_ fault: SourceFault) -> Problem {
    switch fault {
    case .cannotOpen(let number), .cannotRead(let number), .cannotSpool(let number):
      let fault = SystemFault(code: number, path: file)
      return fault.isAbsence
        ? Problem("file_missing", say("there is no file \(file)", "没有文件 \(file)"))
        : Problem(fault, language: language)
    case .isDirectory:
      return Problem(
        "is_folder", say("\(file) is a folder; name a file", "\(file) 是文件夹，请指定文件"))
    case .isDevice:
      return Problem(
        "is_device", say("\(file) is a device; name a file", "\(file) 是设备，请指定文件"))
    case .streamTooLong(let limit):
      let most = FaultWording.bytes(limit)
      return Problem(
        "stream_too_long",
        say(
          "\(file) goes on beyond \(most); save it as a file, or send it in parts",
          "\(file) 超过 \(most) 仍未结束；请存为文件或分批报送"))
    case .interrupted: return of(RegisterWords(language: language).interrupted)
    }
  }

  private func of(_ problem: Problem) -> Problem {
    Problem(
      problem.rule, file + say(": ", "：") + problem.message, status: problem.status)
  }

  private func say(_ english: String, _ chinese: String) -> String {
    language == .chinese ? chinese : english
  }
}
