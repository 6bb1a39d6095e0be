import Commands

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

ProcessStart.prepare()
exit(Program.run(Array(CommandLine.arguments.dropFirst())).rawValue)
