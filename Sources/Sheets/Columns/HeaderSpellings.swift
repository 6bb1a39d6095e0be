import Intake

/// Header spellings found in counties' files, by the column they mean.
///
/// Brackets of both widths, inner blanks, line breaks and trailing units are folded before a header is
/// compared, so that one spelling here stands for several. Most of the household and member spellings
/// are from registers of poor households that counties published between 2009 and 2016.
enum HeaderSpellings {
  static let byColumn: [String: [String]] = [
    "account_no": ["银行账号", "银行帐号", "一卡通账号", "一卡通账户", "银行账号（一卡通）"],
    "after": ["原清单号", "补发原清单号"],
    "amount": ["金额", "资金额", "发放金额", "代发金额"],
    "announced_on": ["公告公示日期", "公示日期", "公告时间"],
    "batch_no": ["批次编号", "批次"],
    "birth_date": ["出生年月", "出生日期", "出生年月日", "生日"],
    "cause": ["主要致贫原因", "致贫原因1", "贫困原因"],
    "class": ["贫困户属性", "贫困户类型", "贫困对象类型", "类型", "救助类型", "户属性", "贫困户属性（类型）"],
    "document_no": ["文件号", "文件文号"],
    "drawn_on": ["制表日期", "制单日期", "清单日期"],
    "education": ["文化程度", "学历"],
    "employer": ["单位", "所在单位"],
    "enrolled_on": ["纳入时间", "建档日期"],
    "ethnicity": ["民族", "族别"],
    "fund": ["资金类别", "专项资金名称"],
    "health": ["健康状况", "健康情况"],
    "household_no": ["户编号", "户码", "户编码", "贫困户编号", "家庭编号", "户号"],
    "household_size": ["家庭人口", "家庭人口数", "家庭成员人数", "人口数量", "人数"],
    "income_per_capita": ["人均纯收入", "年人均纯收入", "2010年家庭年人均纯收入", "家庭人均纯收入"],
    "joined_on": ["入户日期", "迁入日期"],
    "labour": ["劳动技能", "劳动能力", "劳动力状况"],
    "left_on": ["迁出日期", "减少日期"],
    "movement_no": ["拨付编号", "下达编号"],
    // Not 户主姓名 or 户名: a row is of one person, and these repeat the head's name in the rows of all members.
    // Such a column is named in the receipt and ignored; a file without 姓名 is refused.
    "name": ["姓名"],
    "note": ["备注"],
    "paylist_no": ["清单号", "清单编号", "代发清单编号", "发放清单号", "代发批号"],
    "phone": ["联系电话", "户主联系电话", "户联系电话", "电话", "手机", "手机号码"],
    "position": ["职务职称"],
    "project_no": ["项目号", "项目编码"],
    "relation": ["与户主关系", "户主或与户主关系"],
    "remark": ["备注", "说明"],
    "resident_id": [
      "身份证号", "身份证号码", "公民身份号码", "证件号码", "身份证", "公民身份号码或残疾号码", "居民身份证号码", "证件号",
      "公民身份证号码",
    ],
    "result": ["代发结果", "处理结果", "交易结果", "结果"],
    "sex": ["性别"],
    "source": ["来源"],
    "staff_no": ["责任人编码", "工号"],
    "township": ["镇名称", "乡(镇)", "镇(乡)", "乡镇", "所属街道", "乡镇名称", "所属乡镇"],
    "village": ["村名称", "村别", "行政村", "村组（社区）", "所属社区", "村名", "村", "行政村名称", "所属行政村"],
    "village_code": ["村代码", "行政村代码", "行政村编码", "村区划代码"],
    "voucher_no": ["凭证编号", "凭证号码"],
  ]
}
