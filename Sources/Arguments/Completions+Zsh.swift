// Zsh: to be found in $fpath as `_sixpoint`, or sourced after `compinit`. The words of the command
// are looked for by hand, since options may come between them; what follows is `_arguments`' work.

extension Completions {
  func zshLines() -> [String] {
    let name = tree.program
    var lines = [
      "#compdef \(name)",
      "_\(name)_known() {",
      "  local -a found",
      "  found=(${(f)\"$(\(listing("$1")) \"$PREFIX\" $register 2>/dev/null)\"})",
      "  compadd -S '' -a found",
      "}",
      "_\(name)() {",
      "  local path_= next word",
      "  local -a register",
      "  local -i i",
      "  for ((i = 2; i < CURRENT; i++)); do",
      "    word=$words[i]",
      "    case $word in",
    ]
    let valued = spellingsWithValue
    if !valued.isEmpty {
      lines += [
        "      (\(valued.joined(separator: "|")))",
        "        [[ $word == --register ]] && register=(--register ${~${(Q)words[i+1]}})",
        "        ((i++)); continue;;",
      ]
    }
    lines += [
      "      (--register=*) register=(--register ${~${(Q)word#*=}}); continue;;",
      "      (-*) continue;;", "    esac", "    next=${path_:+$path_ }$word", "    case $next in",
    ]
    let known = paths.filter { !$0.isEmpty }.map { quoted($0.joined(separator: " ")) }
    lines += [
      "      (\(known.joined(separator: "|"))|'help '*) path_=$next;;", "    esac", "  done",
      "  case ${path_#help } in",
    ]
    for path in paths { lines += zshBranch(path) }
    return lines + [
      "  esac", "}",
      // Loaded from $fpath the file is the function; sourced it only names one.
      "if [[ $funcstack[1] == _\(name) ]]; then _\(name) \"$@\"; else compdef _\(name) \(name); fi",
    ]
  }

  private func zshBranch(_ path: [String]) -> [String] {
    let label = "    (\(quoted(path.joined(separator: " "))))"
    guard let command = tree.command(at: path), !isHelp(command) else {
      let above = path == ["help"] ? [] : path
      var lines = [label, "      local -a commands=("]
      for word in tree.words(after: above) {
        let summary = tree.summary(of: above + [word]).map(say) ?? ""
        lines.append("        " + quoted("\(word):\(summary)"))
      }
      lines += ["      )", "      if [[ $words[CURRENT] == -* ]]; then", "        _arguments \\"]
      lines += zshSpecs(tree.everywhere, indent: "          ").dropLastContinuation
      return lines + ["      else", "        _describe command commands", "      fi", "      ;;"]
    }
    var specs = zshSpecs(tree.options(of: command), of: command, indent: "        ")
    // The words of the command are arguments too, as `_arguments` counts.
    specs += command.path.indices.map { "        \(quoted("\($0 + 1):: :"))  \\" }
    for (place, argument) in command.arguments.enumerated() {
      let position = argument.isMany ? "*" : "\(command.path.count + place + 1)"
      let action = zshAction(allowed(argument), shape(of: argument, in: command))
      let name = zshEscaped(word(argument.name, of: command))
      specs.append("        \(quoted("\(position):\(name):\(action)")) \\")
    }
    return [label, "      _arguments -s \\"] + specs.dropLastContinuation + ["      ;;"]
  }

  private func zshSpecs(
    _ options: [Option], of command: CommandDefinition? = nil, indent: String
  ) -> [String] {
    options.flatMap { option in
      let names = spellings(of: option)
      let exclusion = option.isRepeatable ? "*" : "(\(names.joined(separator: " ")))"
      let help = "[\(zshEscaped(say(option.help)))]"
      return names.map { name in
        var spec = exclusion + name
        if let placeholder = option.placeholder {
          spec += option.long.count + 2 == name.count ? "=" : "+"
          spec +=
            help + ":\(word(placeholder, of: command)):"
            + zshAction(allowed(option), shape(of: option, in: command))
        } else {
          spec += help
        }
        return indent + quoted(spec) + " \\"
      }
    }
  }

  private func zshAction(_ allowed: [String], _ shape: ValueShape) -> String {
    let words = words(allowed, shape)
    if !words.isEmpty { return "(\(words.joined(separator: " ")))" }
    switch shape {
    case .text, .words: return " "
    // Without the blank `_arguments` gives the function options of `compadd` before the kind.
    case .known(let kind): return " _\(tree.program)_known \(kind)"
    case .file: return "_files"
    case .folder: return "_files -/"
    case .behind(let places):
      let cases = places.map { "(\($0.word)) \(zshOffer($0.shape));;" }
      return "{case $words[CURRENT-1] in \(cases.joined(separator: " ")) esac}"
    }
  }

  /// The same as a command.
  private func zshOffer(_ shape: ValueShape) -> String {
    switch shape {
    case .words: "compadd -- \(words([], shape).joined(separator: " "))"
    case .known(let kind): "_\(tree.program)_known \(kind)"
    case .file: "_files"
    case .folder: "_files -/"
    case .text, .behind: ":"
    }
  }

  private func zshEscaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if "[]:\\".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }
}

extension [String] {
  /// The last line without the backslash that continues it.
  fileprivate var dropLastContinuation: [String] {
    guard let last else { return self }
    return dropLast() + [String(last.reversed().drop { $0 == "\\" || $0 == " " }.reversed())]
  }
}
