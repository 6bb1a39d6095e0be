// Bash 4 or later, without the bash-completion package. COMP_WORDS breaks `--by=c` at the sign into
// three words; the script puts the option before it back in its place.

extension Completions {
  func bashLines() -> [String] {
    let name = tree.program
    var lines = [
      "# bash completion for \(name)",
      "_\(name)() {",
      "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}",
      "  local path= word next i n=0",
      "  local -a register=()",
      "  COMPREPLY=()",
      "  if [[ $cur == = ]]; then cur=",
      "  elif [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi",
      "  for ((i = 1; i < COMP_CWORD; i++)); do",
      "    word=${COMP_WORDS[i]}",
      "    case $word in",
    ]
    let valued = spellingsWithValue
    if !valued.isEmpty {
      lines += [
        "      \(valued.joined(separator: "|")))",
        "        [[ ${COMP_WORDS[i+1]} == = ]] && ((i++))",
        "        [[ $word == --register ]] && register=(--register \"${COMP_WORDS[i+1]}\")",
        "        ((i++)); continue;;",
      ]
    }
    lines += [
      "      -*|=) continue;;", "    esac", "    next=${path:+$path }$word", "    case $next in",
    ]
    let known = paths.filter { !$0.isEmpty }.map { quoted($0.joined(separator: " ")) }
    lines += [
      "      \(known.joined(separator: "|"))) path=$next; n=0;;", "      'help '*) path=$next;;",
      "      *) ((n++));;",
      "    esac", "  done", "  case ${path#help } in",
    ]
    for path in paths { lines += bashBranch(path) }
    lines += ["  esac", "}", "complete -o nosort -F _\(name) \(name) 2>/dev/null || \\"]
    lines += ["  complete -F _\(name) \(name)"]
    return lines
  }

  private func bashBranch(_ path: [String]) -> [String] {
    let label = quoted(path.joined(separator: " "))
    guard let command = tree.command(at: path), !isHelp(command) else {
      let words = tree.words(after: path == ["help"] ? [] : path)
      return ["    \(label))", "      if [[ $cur == -* ]]; then"]
        + bashOffer(tree.everywhere.flatMap(spellings(of:)), indent: "        ") + ["      else"]
        + bashOffer(words, indent: "        ") + ["      fi", "      ;;"]
    }
    let options = tree.options(of: command)
    var lines = ["    \(label))", "      case $prev in"]
    for option in options where option.takesValue {
      lines.append("        \(spellings(of: option).joined(separator: "|")))")
      lines +=
        bashValues(allowed(option), shape(of: option, in: command), indent: "          ")
        + ["          ;;"]
    }
    lines += ["        *)", "          if [[ $cur == -* ]]; then"]
    lines += bashOffer(options.flatMap(spellings(of:)), indent: "            ")
    lines.append("          else")
    lines += bashArguments(of: command, indent: "            ")
    return lines + ["          fi", "          ;;", "      esac", "      ;;"]
  }

  /// By place: `n` words stand before this one.
  private func bashArguments(of command: CommandDefinition, indent: String) -> [String] {
    guard !command.arguments.isEmpty else { return [indent + ":"] }
    var lines = [indent + "case $n in"]
    for (place, argument) in command.arguments.enumerated() {
      lines.append(indent + "  \(argument.isMany ? "*" : String(place)))")
      lines += bashValues(
        allowed(argument), shape(of: argument, in: command), indent: indent + "    ")
      lines.append(indent + "    ;;")
    }
    return lines + [indent + "esac"]
  }

  private func bashOffer(_ words: [String], indent: String) -> [String] {
    [indent + "COMPREPLY=($(compgen -W \(quoted(words.joined(separator: " "))) -- \"$cur\"))"]
  }

  private func bashValues(
    _ allowed: [String], _ shape: ValueShape, indent: String
  ) -> [String] {
    let words = words(allowed, shape)
    if !words.isEmpty { return bashOffer(words, indent: indent) }
    switch shape {
    case .text, .words: return [indent + ":"]
    case .behind(let places):
      var lines = [indent + "case $prev in"]
      for place in places {
        lines.append(indent + "  \(place.word))")
        lines += bashValues([], place.shape, indent: indent + "    ")
        lines.append(indent + "    ;;")
      }
      return lines + [indent + "esac"]
    case .known(let kind):
      return [
        indent + "compopt -o nospace 2>/dev/null",
        indent + "mapfile -t COMPREPLY < <("
          + "\(listing(kind)) \"$cur\" \"${register[@]}\" 2>/dev/null)",
      ]
    case .file:
      return [
        indent + "compopt -o filenames 2>/dev/null",
        indent + "mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")",
      ]
    case .folder:
      return [
        indent + "compopt -o filenames 2>/dev/null",
        indent + "mapfile -t COMPREPLY < <(compgen -d -- \"$cur\")",
      ]
    }
  }
}
