import Arguments
import Domain
import Register

/// What a command works with beside its arguments: the language, the surroundings, the person.
package struct Console {
  package let language: Language
  package let environment: Environment
  package let diagnostics: Diagnostics
  package let questions: Questions

  package init(
    language: Language, environment: Environment, diagnostics: Diagnostics, questions: Questions
  ) {
    self.language = language
    self.environment = environment
    self.diagnostics = diagnostics
    self.questions = questions
  }

  /// One of two texts, by the language.
  package func say(_ english: String, _ chinese: String) -> String {
    language == .chinese ? chinese : english
  }

  /// Runs `body` and puts its fault in words:
  /// `try console.worded { () throws(UsageFailure) in try arguments.requiredValue("month") }`.
  package func worded<Result: ~Copyable, Fault: WordedFault>(
    _ body: () throws(Fault) -> Result
  ) throws(Problem) -> Result {
    do throws(Fault) { return try body() } catch { throw error.problem(in: language) }
  }
}

/// A fault of a lower floor that has words for people.
package protocol WordedFault: Error {
  func problem(in language: Language) -> Problem
}

extension UsageFailure: WordedFault {
  package func problem(in language: Language) -> Problem { Problem(self, language: language) }
}

extension OutputFault: WordedFault {
  package func problem(in language: Language) -> Problem { Problem(self, language: language) }
}

extension SystemFault: WordedFault {
  package func problem(in language: Language) -> Problem { Problem(self, language: language) }
}

extension MalformedClock: WordedFault {
  package func problem(in language: Language) -> Problem { Problem(self, language: language) }
}

extension Problem: WordedFault {
  package func problem(in language: Language) -> Problem { self }
}
