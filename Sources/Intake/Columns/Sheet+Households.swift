import Domain

extension Sheet {
  package static let roster = Sheet(
    "roster", "贫困户花名册", "One row a person", "一行一人",
    [
      Column(
        "household_no", "户编号", .identifier, required: true, key: true,
        "The household number, at most 32 characters", "户编号，不超过32个字符"),
      Column(
        "village_code", "村编码", .region(.village),
        "12 digits; or township and village by name; once a household", "12位村编码，或填乡镇与行政村名称，每户填一次"),
      Column(
        "township", "乡镇", .name, "The township by name, where there is no village code",
        "无村编码时填乡镇名称"),
      Column(
        "village", "行政村", .name, "The village by name, where there is no village code", "无村编码时填村名"),
      Column(
        "name", "姓名", .personName, required: true, "Full name as on the identity card", "姓名，与身份证一致"),
      Column(
        "relation", "与户主关系", .relation, required: true,
        "To the head: head, spouse, child …; one head a household", "与户主关系，每户一名户主"),
      Column(
        "resident_id", "身份证号码", .residentID, past: true,
        "18 or 15 characters; empty where there is none",
        "18位或15位身份证号，无证留空"),
      Column(
        "id_verified", "证件核实说明", .text, "Why an ID with a wrong check digit is right", "校验码不符时的核实说明"
      ),
      Column("sex", "性别", .coded(.sex), "male or female", "男或女"),
      Column(
        "birth_date", "出生日期", .birthDate, past: true, "Day, month or year of birth",
        "如1978-01-05，不详的可只写年月或年"),
      Column("ethnicity", "民族", .text, "Ethnic group", "如汉族、土家族、苗族"),
      Column(
        "education", "文化程度", .labelled(.education), "Label or number of the register list",
        "填文字或登记表编号，如小学、初中、高中"),
      Column(
        "health", "健康状况", .labelled(.health), "Label or number of the register list",
        "填文字或登记表编号，如健康、长期慢性病、残疾"),
      Column(
        "labour", "劳动能力", .labelled(.labour), "Label or number of the register list",
        "填文字或登记表编号，如普通劳动力、技能劳动力"),
      Column(
        "joined_on", "进户日期", .day, longAgo: true,
        "The first day in the household; empty: from before",
        "进户日期，空为一直在户"),
      Column("left_on", "离户日期", .day, "The first day no longer in it; empty: still", "离户日期，空为仍在户"),
      Column(
        "class", "贫困户属性", .coded(.householdClass),
        "poor, poor_dibao, dibao or wubao; once a household", "扶贫户、扶贫低保户、低保户或五保户，每户填一次"),
      Column("class_ground", "认定依据", .text, "The ground for the class", "如文号、评议日期"),
      Column(
        "cause", "主要致贫原因", .labelled(.cause), "Main cause of poverty",
        "填文字或登记表编号，如因病、因学、缺资金"),
      Column(
        "income_per_capita", "家庭年人均纯收入", .money, "Yuan a person, the year before enrolment",
        "元/人，纳入前一年"),
      Column("phone", "联系电话", .phone, "Telephone", "手机或固定电话"),
      Column("account_no", "一卡通账号", .account, "Bank account", "惠农补贴所入账号"),
      Column(
        "enrolled_on", "纳入日期", .day, past: true,
        "The day the household is taken into the year; empty: registered only", "纳入日期，空为只登记"),
      Column("household_size", "家庭人口数", .wholeNumber, "As the county counts it", "县里统计的人数"),
      Column("remark", "备注", .text, "Remark", "备注"),
    ])

  package static let householdEvents = Sheet(
    "household_events", "农户变动", "One row an event in a household's life", "一行一次变动",
    [
      Column(
        "household_no", "户编号", .identifier, required: true, key: true,
        "The household number, at most 32 characters", "户编号，不超过32个字符"),
      Column(
        "event", "变动类型", .coded(.event), required: true, key: true,
        "move, reclass, head, split, merge or end", "迁移、属性调整、户主变更、分户、并户或销户"),
      Column(
        "on", "变动日期", .eventDay, required: true, key: true, past: true,
        "The day it takes effect; 0001-01-01 in an export: what was so before the first change",
        "生效日期；导出表中的0001-01-01表示首次变动之前的情况"),
      Column(
        "village_code", "迁入村编码", .region(.village),
        "move, split: the village moved to", "迁移、分户：迁入村编码"),
      Column("class", "变动后户属性", .coded(.householdClass), "reclass: the new class", "属性调整：新属性"),
      Column("ground", "变动依据", .text, "Why", "依据"),
      Column(
        "member", "成员身份证号", .name, key: true, ids: true, "head, split: the person, by ID or name",
        "户主变更、分户：成员身份证号或姓名"),
      Column(
        "other_household", "对方户编号", .identifier,
        "split: the new household; merge: the one that takes in", "分户：新户编号；并户：并入户编号"),
    ])

  package static let dibaoList = Sheet(
    "dibao_list", "低保名册", "One row a person on civil affairs' list", "一行一名低保对象",
    [
      Column(
        "resident_id", "身份证号码", .residentID, required: true, key: true, "18 or 15 characters",
        "18位或15位身份证号"),
      Column("name", "姓名", .personName, required: true, "Full name", "姓名"),
      Column(
        "region_code", "区划代码", .region(.any), required: true,
        "Where the person is listed", "所在地区代码"),
      Column(
        "from", "享受起始日期", .day, required: true, key: true, "The first day on the allowance",
        "享受起始日期"),
      Column("until", "享受终止日期", .day, "The first day no longer; empty: still", "享受终止日期，空为仍享受"),
      Column("amount", "补助金额", .money, "Yuan a month", "元/月"),
    ])
}
