// Fish 3: a function finds which path the words before the cursor make and how many words stand behind it, and
// each line applies to one path, that of an argument to its place.

extension Completions {
  func fishLines() -> [String] {
    let name = tree.program
    let known = paths.filter { !$0.isEmpty }.map { fishQuoted($0.joined(separator: " ")) }
    var lines = [
      "# fish completion for \(name)",
      "function __\(name)_path",
      "    set -l path ''",
      "    set -l skip 0",
      "    set -l behind 0",
      "    for word in (commandline -opc)[2..-1]",
      "        if test $skip = 1",
      "            set skip 0",
      "            continue",
      "        end",
      "        switch $word",
    ]
    let valued = spellingsWithValue
    if !valued.isEmpty {
      lines += ["            case \(valued.joined(separator: " "))", "                set skip 1"]
      lines.append("                continue")
    }
    lines += [
      "            case '-*'",
      "                continue",
      "        end",
      "        set -l next (string trim -- \"$path $word\")",
      "        if test \"$path\" = help",
      "            set next $word",
      "        end",
      "        if contains -- $next help \(known.joined(separator: " "))",
      "            set path $next",
      "        else",
      "            set behind (math $behind + 1)",
      "        end",
      "    end",
      "    echo $path",
      "    echo $behind",
      "end",
      "function __\(name)_at",
      "    test (__\(name)_path)[1] = \"$argv\"",
      "end",
      "function __\(name)_behind",
      "    test (__\(name)_path)[2] $argv",
      "end",
      // The register that the line names, as words of the program's own.
      "function __\(name)_register",
      "    set -l words (commandline -opc)",
      "    for i in (seq (count $words))",
      "        switch $words[$i]",
      "            case --register",
      "                set -l next (math $i + 1)",
      "                set -q words[$next]; and printf '%s\\n' --register $words[$next]",
      "            case '--register=*'",
      "                printf '%s\\n' --register (string replace -- --register= '' $words[$i])",
      "        end",
      "    end",
      "end",
      // Of `--batch=XJ` only what stands behind the sign.
      "function __\(name)_begun",
      "    string replace -r -- '^--[a-z-]+=' '' (commandline -ct)",
      "end",
      "complete -c \(name) -f",
    ]
    for option in tree.everywhere { lines.append(fishOption(option, at: nil)) }
    for path in paths { lines += fishBranch(path) }
    return lines
  }

  private func fishBranch(_ path: [String]) -> [String] {
    guard let command = tree.command(at: path), !isHelp(command) else {
      let above = path == ["help"] ? [] : path
      return tree.words(after: above).map { word in
        let summary = tree.summary(of: above + [word]).map(say) ?? ""
        return fishHead(path) + " -a \(fishQuoted(word)) -d \(fishQuoted(summary))"
      }
    }
    var lines = command.options.map { fishOption($0, at: path, of: command) }
    for (place, argument) in command.arguments.enumerated() {
      let shape = shape(of: argument, in: command)
      let condition = "; and __\(tree.program)_behind \(argument.isMany ? "-ge" : "-eq") \(place)"
      if case .behind(let words) = shape {
        for word in words {
          let head = fishHead(path, condition + "; and test (commandline -opc)[-1] = \(word.word)")
          if let line = fishArgument(argument, head, [], word.shape) { lines.append(line) }
        }
      } else if let line = fishArgument(
        argument, fishHead(path, condition), allowed(argument), shape)
      {
        lines.append(line)
      }
    }
    return lines
  }

  /// Nil where there is nothing to offer.
  private func fishArgument(
    _ argument: Positional, _ head: String, _ allowed: [String], _ shape: ValueShape
  ) -> String? {
    let words = words(allowed, shape)
    if !words.isEmpty {
      return head + " -a \(fishQuoted(words.joined(separator: " ")))"
        + " -d \(fishQuoted(say(argument.help)))"
    }
    return switch shape {
    case .text, .words, .behind: nil
    case .file: head + " -F"
    case .folder: head + " " + Self.folders
    case .known(let kind): head + " -a " + fishListing(kind)
    }
  }

  /// - Parameter more: a condition beside the path.
  private func fishHead(_ path: [String], _ more: String = "") -> String {
    let condition = "__\(tree.program)_at \(path.joined(separator: " "))" + more
    return "complete -c \(tree.program) -n \(fishQuoted(condition))"
  }

  private func fishListing(_ kind: String) -> String {
    let name = tree.program
    return fishQuoted("(\(listing(kind)) (__\(name)_begun) (__\(name)_register) 2>/dev/null)")
  }

  private func fishOption(
    _ option: Option, at path: [String]?, of command: CommandDefinition? = nil
  ) -> String {
    var line = path.map { fishHead($0) } ?? "complete -c \(tree.program)"
    if let letter = option.short { line += " -s \(letter)" }
    line += " -l \(option.long) -d \(fishQuoted(say(option.help)))"
    guard option.takesValue else { return line }
    let shape = shape(of: option, in: command)
    let words = words(allowed(option), shape)
    if !words.isEmpty { return line + " -x -a \(fishQuoted(words.joined(separator: " ")))" }
    switch shape {
    case .text, .words, .behind: return line + " -x"
    case .known(let kind): return line + " -x -a " + fishListing(kind)
    case .file: return line + " -r -F"
    case .folder: return line + " -x " + Self.folders
    }
  }

  private static let folders = "-a '(__fish_complete_directories)'"

  private func fishQuoted(_ text: String) -> String {
    var quoted = "'"
    for character in text {
      if character == "'" || character == "\\" { quoted.append("\\") }
      quoted.append(character)
    }
    return quoted + "'"
  }
}
