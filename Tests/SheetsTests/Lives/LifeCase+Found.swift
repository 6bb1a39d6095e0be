extension LifeCase {
  private static let qian = RosterTrial.whole("43312319880808001")
  /// 龙二, a child of B.
  private static let long = RosterTrial.whole("43312319900101002")

  static let heads = [
    LifeCase(
      "whom a head event names is a member of its day: leaving before is refused naming it",
      refused: [1: ["later_event"], 2: ["later_event"]],
      .events("B,head,2011-06-01,,,,龙二,,"), .roster("B,,龙二,child,\(long),,,2011-05-31,,"),
      .roster("B,,龙二,child,\(long),,2011-07-01,,,")),
    LifeCase(
      "nor does a complete roster let him leave before",
      refused: [1: ["later_event"]],
      .events("B,head,2011-06-01,,,,龙二,,"),
      .roster(
        """
        A,433123104201,吴大,head,\(EventOffice.wu),,,,,
        B,433123104003,龙一,other,\(EventOffice.long),,,,,
        """, completeOn: "2011-05-31")),
    LifeCase(
      "also where nobody is in the household on the day of the event",
      refused: [2: ["later_event"]],
      .roster("N1,433123104201,赵五,head,,,,,,\nN1,,钱一,child,\(qian),,2011-02-01,,,"),
      .events("N1,head,2011-08-01,,,,钱一,,"), .roster("N1,,钱一,child,,,,2011-04-01,,")),
    LifeCase(
      "who is named head and comes later than others have gone is head from coming",
      .roster(
        "C,,麻三,head,\(EventOffice.ma),,,2011-06-01,,\nC,,钱一,head,\(qian),,2011-07-01,,,")),
    LifeCase(
      "a row that makes its own head come after another became head is refused the first time too",
      refused: [1: ["dated_history"]],
      .roster("A,,吴大,other,,,,2011-05-31,,"), .roster("A,,石花,head,,,2011-06-02,2011-08-01,,")),
    LifeCase(
      "people alike in name and birth date are told apart by their place",
      .roster("D,,李四,child,,1990,(clear),,,\nD,,李四,child,,1990,(clear),,,"),
      .roster("D,,李一,other,,1960,,2011-02-02,,"),
      .events("D,split,2011-03-01,,,,李四 1990 #2,N1,")),
    LifeCase(
      "a person taken back with the split is known where the sheet comes again",
      .events("B,split,2011-05-31,,,,龙一；龙二；龙三 1992-05,N3,"),
      .events("N3,head,2011-08-01,,,,龙三 1992-05,,"),
      .events(
        "N3,head,2011-08-01,,,,龙三 1992-05,,作废\nB,split,2011-05-31,,,,龙三 1992-05,N3,作废")),
    LifeCase(
      "an event of a head does not come back where the head is so since another day",
      refused: [3: ["undo"]],
      .roster("D,,李一,head,,1960,,2011-06-01,,\nD,,李四,head,,1990,,,,"),
      .events("D,head,2011-06-01,,,,李四 1990,,(withdraw)"),
      .roster("D,,李一,other,,1960,,2011-04-01,,"), .undo(1)),
    LifeCase(
      "nobody becomes head again on a day that was told already", refused: [1: ["later_event"]],
      .events("D,head,2011-06-02,,,理由,李四 1990,,"), .events("D,head,2011-03-01,,,,李四 1990,,")),
    LifeCase(
      "who is named head on the day of coming into a household that is empty before is head from it",
      .events("A,split,2011-05-31,,,,吴老 1940,N3,"),
      .roster("N3,,赵四,child,,2011-03,2012-01-10,,,"),
      .events("A,split,2011-05-31,,,,吴老 1940,N3,作废"),
      .events("N3,head,2012-01-10,,,,赵四 2011-03,,")),
    LifeCase(
      "who becomes head earlier than was known is not head once more on the day that was known",
      .roster("B,,龙三,child,,1992-05,,2011-02-01,,"), .roster("B,,龙一,head,,,,2011-08-01,,"),
      .roster("B,,龙一,other,,,,2011-06-02,,"), .roster("B,,龙二,head,\(long),,,2011-08-01,,")),
  ]

  static let households = [
    LifeCase(
      "a head who comes back on the day of leaving is head all along",
      .roster(
        "B,,龙一,head,,,,2011-08-01,,\nB,,龙二,child,\(long),,,2011-07-01,,\nB,,龙三,child,,1992-05,,2011-07-01,,"
      ),
      .roster("B,,龙一,head,\(EventOffice.long),,2011-08-01,,,")),
    LifeCase(
      "a move does not come back on the day on which the household ended since",
      refused: [3: ["undo"]],
      .events("A,move,2011-06-01,433123104202,,,,,"),
      .events("A,move,2011-06-01,433123104202,,,,,(withdraw)"), .events("A,end,2011-06-01,,,,,,"),
      .undo(1)),
    LifeCase(
      "nobody was head before coming, once somebody is known who came earlier",
      .roster("R1,433123104202,赵四,head,,2011-03,2011-06-02,,,\nR1,,赵五,other,,,2011-06-02,,,"),
      .roster("R1,,赵五,other,,,2011-06-01,2011-08-01,,")),
    LifeCase(
      "nobody is split off before a day on which an event names the person head",
      refused: [3: ["later_event"]],
      .roster("D,,李四,child,,1995,,2011-08-01,,\nD,,李一,head,,1960,,2011-08-01,,"),
      .events("D,head,2011-08-01,,,,李四 1990,,"), .events("D,split,2011-02-01,,,,李四 1995,N1,"),
      .events("D,split,2011-02-01,,,,李四 1990,N1,")),
    LifeCase(
      "a person without an ID who left and came back is one, whichever row comes first",
      .roster("A,,赵四,child,,2011-03,,,,"),
      .roster("A,,赵四,child,,2011-03,2011-06-02,,,\nA,,赵四,child,,2011-03,,2011-02-01,,")),
    LifeCase(
      "whom a row takes back is not a namesake with an ID the next time",
      .roster("A,,石花,spouse,,,,2011-06-01,,"), .roster("A,,石花,spouse,,,2011-08-01,2011-11-01,,"),
      .roster("A,,石花,spouse,,,,,,(withdraw)\nA,,吴二,child,,,,,,")),
    LifeCase(
      "a split is not taken back where the person has come back since",
      refused: [3: ["changed_since"]],
      .events("D,split,2011-05-01,,,,李四 1995；李一 1960；李四 1990,N2,"),
      .events("D,split,2011-05-01,,,,李一 1960,N2,作废"),
      .roster("D,,李四,child,,1995,2011-08-01,,,"),
      .events("D,split,2011-05-01,,,,李四 1995,N2,作废")),
    LifeCase(
      "a split takes nobody's last member before an event of the household",
      refused: [1: ["later_event"]],
      .events("D,head,2011-08-01,,,,李四 1995,,"),
      .events("D,split,2011-06-01,,,,李一；李四 1995；李四 1990,N3,")),
    LifeCase(
      "a split is not undone while the new household has moved",
      refused: [2: ["undo"]],
      .events("D,split,2011-03-01,,,,李一 1960；李四 1995；李四 1990,N1,"),
      .events("N1,move,2011-05-01,433123104201,,,,,"), .undo(0)),
    LifeCase(
      "nor while somebody else is in it who came before the move",
      refused: [3: ["undo"]],
      .events("D,split,2011-03-01,,,,李一 1960,N1,"),
      .events("D,split,2011-03-01,,,,李四 1995,N1,"),
      .events("N1,move,2011-05-01,433123104201,,,,,"), .undo(0)),
    LifeCase(
      "the split of the last member is not brought back where another is in the household again",
      refused: [3: ["undo"]],
      .events("D,split,2011-05-31,,,,李一 1960；李四 1995；李四 1990,N1,"),
      .events("D,split,2011-05-31,,,,李四 1995,N1,作废"),
      .events("D,split,2011-05-31,,,,李四 1990,N1,作废"), .undo(1)),
    LifeCase(
      "a merge is not undone under a head who came with it",
      refused: [2: ["undo"]],
      .events("A,merge,2011-10-01,,,,,C,"), .roster("C,,麻三,other,,,,2011-11-01,,"), .undo(0)),
    LifeCase(
      "a head who comes after those whom a merge brought is refused, and the merge can be undone",
      refused: [1: ["dated_history"]],
      .events("A,merge,2011-10-01,,,,,C,"), .roster("C,,麻三,head,,,2011-11-01,,,"), .undo(0)),
    LifeCase(
      "a merge taken back leaves the split of its day",
      .events("A,split,2011-07-01,,,,吴二,N2,"), .events("A,merge,2011-07-01,,,,,N2,"),
      .events("A,merge,2011-07-01,,,,,N2,作废")),
    LifeCase(
      "a household that nobody is in any more was never made, unless it moved",
      refused: [3: ["later_event"]],
      .events("A,split,2011-06-01,,,,吴二,N2,\nB,merge,2011-06-02,,,,,N2,"),
      .events("A,split,2011-06-01,,,,吴二,N2,作废"),
      .events("N2,move,2011-11-01,433123104202,,,,,"), .events("B,merge,2011-06-02,,,,,N2,作废"),
      .events("N2,move,2011-11-01,433123104202,,,,,作废"),
      .events("B,merge,2011-06-02,,,,,N2,作废")),
    LifeCase(
      "whom a merge took over does not stay longer: refused naming it",
      refused: [1: ["later_event"], 2: ["later_event"]],
      .events("A,merge,2011-06-01,,,,,B,"), .roster("A,,吴小,child,,,,2011-08-01,,"),
      .roster("A,,吴小,child,,,,(clear),,")),
    LifeCase(
      "what a household split off took along is stale, not wrong, where it is told otherwise since",
      unchanged: [1, 3],
      .events("A,split,2011-08-01,,,,吴老 1940,N3,"),
      .roster("N3,433123104201,吴老,head,,1940,2011-08-01,,,"),
      .events("A,move,2011-04-01,433123104003,,,,,"),
      .roster("N3,433123104201,吴老,head,,1940,2011-08-01,,,")),
    LifeCase(
      "what a household split off took along is not undone under the split",
      refused: [3: ["undo"], 4: ["undo"]],
      .events("A,move,2011-04-01,433123104003,,,,,"), .events("A,reclass,2011-04-02,,dibao,,,,"),
      .events("A,split,2011-08-01,,,,吴老 1940,N3,"), .undo(0), .undo(1)),
    LifeCase(
      "an enrolment that is emptied is emptied once, and of every year that the file does not give",
      unchanged: [4],
      .roster("B,,龙一,head,,,,,2012-01-07,"),
      .roster("B,,龙一,head,,,,,(clear),\nB,,龙一,head,,,,,2011-02-01,"),
      .roster("B,,龙一,head,,,,,2012-01-07,"), .roster("B,,龙一,head,,,,,(clear),"),
      .roster("B,,龙一,head,,,,,(clear),")),
  ]

  /// Files that lead to one register in every order.
  static let files = [
    LifeCase(
      "a household split off lives where the one it left lived on the day",
      .events("A,split,2011-08-01,,,,吴老 1940,N3,"), .events("A,move,2011-04-01,433123104003,,,,,")
    ),
    LifeCase(
      "and is of its class, and of those split off from it",
      .events("A,split,2011-08-01,,,,吴老 1940；吴二,N3,\nN3,split,2011-09-01,,,,吴二,N2,"),
      .events("A,reclass,2011-04-01,,dibao,,,,"), .events("A,move,2011-08-01,433123104003,,,,,")),
    LifeCase(
      "of two households left on a day it is with the one of the lower number",
      .events("A,split,2011-08-01,,,,吴老 1940,N3,"), .events("B,split,2011-08-01,,,,龙二,N3,")),
    LifeCase(
      "who was head and goes along is head, told before or after",
      .events("A,split,2011-08-01,,,,吴大；吴二,N3,"), .events("A,head,2011-04-01,,,,吴二,,")),
    LifeCase(
      "who leaves on the day of an end was let go by it",
      .events("A,end,2011-08-01,,,,,,"), .roster("A,,吴大,head,,,,2011-08-01,,")),
    LifeCase(
      "who leaves on the day of a merge without coming anywhere did not vanish",
      refused: [0: ["leave_that_day"]],
      .events("B,merge,2011-08-01,,,,,C,"), .roster("B,,龙二,child,\(long),,,2011-08-01,,")),
  ]
}
