extension LifeCase {
  private static let qian = RosterTrial.whole("43312319880808001")
  /// 龙二, a child of B.
  private static let long = RosterTrial.whole("43312319900101002")

  static let heads: [LifeCase] = []

  static let households = [
    LifeCase(
      "a split takes nobody's last member before an event of the household",
      refused: [1: ["later_event"]],
      .events("D,head,2011-08-01,,,,李四 1995,,"),
      .events("D,split,2011-06-01,,,,李一；李四 1995；李四 1990,N3,")),
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
  ]

  /// Files that lead to one register in every order.
  static let files: [LifeCase] = []
}
