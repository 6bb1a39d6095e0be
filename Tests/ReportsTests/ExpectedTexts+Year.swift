// What `SampleReports.targets` and `SampleReports.chapter` look like, line by line.

extension ExpectedTexts {
  static let targetEnglish = """
    Targets 2011
    湖南省

    湖南省: 600,000, but its 40 counties make 601,000: 1,000 more.
    湖南省: 300,000 by the end of month 6, but its 40 counties make 299,000: 1,000 less.

    Reached by the end of 2011-06
                                                                     against
    code    name                 target  supported      %      due  the pace
    ------  ------------------  -------  ---------  -----  -------  --------
    431229  靖州苗族侗族自治县        -          0      -        -         -
    433123  凤凰县               30,000     33,333  111.1   15,000   +18,333
    ------  ------------------  -------  ---------  -----  -------  --------
    total   Total               600,000    613,432  102.2  300,000  +313,432

    Persons due by the end of each month
    code    name         1        2        3        4        5        6
    ------  ------  ------  -------  -------  -------  -------  -------
    433123  凤凰县       0        0    1,000    3,000    6,000   15,000
    ------  ------  ------  -------  -------  -------  -------  -------
    total   Total   50,000  100,000  150,000  200,000  250,000  300,000

    The second half of the year
    code    name          7        8        9       10       11       12
    ------  ------  -------  -------  -------  -------  -------  -------
    433123  凤凰县   18,000   21,000   24,000   26,000   28,000   30,000
    ------  ------  -------  -------  -------  -------  -------  -------
    total   Total   350,000  400,000  450,000  500,000  550,000  600,000

    As of 2011-06-30, as known at entry 1,234 (3f2a9c01b2d4).

    """

  static let targetChinese = """
    目标任务 2011
    湖南省

    湖南省任务 600,000，所辖 40 县合计 601,000，多 1,000。
    湖南省6月底任务 300,000，所辖 40 县合计 299,000，少 1,000。

    截至 2011-06 完成情况
                                                                       与进度
    代码    名称                目标任务   已扶持  完成率%   应完成      相差
    ------  ------------------  --------  -------  -------  -------  --------
    431229  靖州苗族侗族自治县         -        0        -        -         -
    433123  凤凰县                30,000   33,333    111.1   15,000   +18,333
    ------  ------------------  --------  -------  -------  -------  --------
    total   合计                 600,000  613,432    102.2  300,000  +313,432

    各月底应完成人数
    代码    名称       1月      2月      3月      4月      5月      6月
    ------  ------  ------  -------  -------  -------  -------  -------
    433123  凤凰县       0        0    1,000    3,000    6,000   15,000
    ------  ------  ------  -------  -------  -------  -------  -------
    total   合计    50,000  100,000  150,000  200,000  250,000  300,000

    下半年
    代码    名称        7月      8月      9月     10月     11月     12月
    ------  ------  -------  -------  -------  -------  -------  -------
    433123  凤凰县   18,000   21,000   24,000   26,000   28,000   30,000
    ------  ------  -------  -------  -------  -------  -------  -------
    total   合计    350,000  400,000  450,000  500,000  550,000  600,000

    截至2011-06-30，据第1,234号录入单（3f2a9c01b2d4）。

    """

  static let chapterEnglish = """
    Annual chapter 2012
    湖南省

    613,432 persons supported of a target of 600,000: 102.2 %.

    Overview
    indicator     unit    planned     actual  completion
    ------------  ----  ---------  ---------  ----------
    Funds raised  yuan  1,000,000  1,261,000     126.1 %
      Founding document: 湘政发〔2012〕1号

    Convergence of the two systems
    indicator                                      unit        planned         actual completion source
    ---------------------------------------------- ----------- ------- -------------- ---------- --------
    Poor people supported                          person      600,000        613,432    102.2 % register
    Households with all six points                 household         -              0          - register
    Households enrolled                            household         -              0          - register
    Persons enrolled                               person            -              0          - register
    Household funds allocated                      yuan              - 275,000,000.00          - register
    Household funds paid                           yuan              -           0.00          - register
    Household funds allocated per supported person yuan/person       -          448.3          - derived
    Poor people supported                          person      600,000        613,000    102.2 % !

    Industry
    indicator                   unit           actual
    --------------------------  -----  --------------
    Mutual aid groups (凤凰县)  group  at least 1,000

    What contradicts itself
      Poor people supported: 613,000 stated, but the register knows 613,432 (432 more).

    As of 2012-12-31, as known at entry 1,234 (3f2a9c01b2d4).

    """

  static let chapterChinese = """
    年度综述 2012
    湖南省

    扶持 613,432 人，目标 600,000 人，完成 102.2 %。

    概况
    指标      单位       计划       实际   完成率
    --------  ----  ---------  ---------  -------
    筹集资金  元    1,000,000  1,261,000  126.1 %
      文件依据：湘政发〔2012〕1号

    两项制度衔接
    指标              单位      计划            实际   完成率  来源
    ----------------  -----  -------  --------------  -------  ------
    扶持贫困人口      人     600,000         613,432  102.2 %  登记库
    六到齐全户        户           -               0        -  登记库
    纳入户            户           -               0        -  登记库
    纳入人口          人           -               0        -  登记库
    安排到户资金      元           -  275,000,000.00        -  登记库
    拨付到户资金      元           -            0.00        -  登记库
    人均安排到户资金  元/人        -           448.3        -  推算
    扶持贫困人口      人     600,000         613,000  102.2 %  !

    产业扶贫
    指标              单位        实际
    ----------------  ----  ----------
    互助组（凤凰县）  组    1,000 以上

    前后不一之处
      扶持贫困人口：原文 613,000，登记库为 613,432（多 432）。

    截至2012-12-31，据第1,234号录入单（3f2a9c01b2d4）。

    """
}
