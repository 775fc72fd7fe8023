"""The words that fields may hold, and the names trainers know for the fields."""

from collections.abc import Mapping

DISCIPLINES = ("政治纪律", "组织纪律", "廉洁纪律", "群众纪律", "工作纪律", "生活纪律")
DIFFICULTIES = ("易", "中", "难")
STATUSES = ("现行有效", "已修订", "已废止")
UNCONFIRMED = "待核"
UNSETTLED = ("unsettled", "待确认")  # of a question
# Who signed a page, in its front matter.
SIGN_OFF_FIELDS = ("drafted_by", "approved_by", "approved_on", "check_code")

# How the names of regulations end; a bare one is what the text is about.
REGULATION_KINDS = (
    *("条例", "准则", "守则", "规定", "办法", "细则", "规则", "规程", "规范", "章程", "公约"),
    *("制度", "意见", "通知", "决定", "纲要", "方案"),
)
# What a trainer may write instead of a canonical field name; `format` turns them round.
FIELD_NAMES: Mapping[str, str] = {
    "标题": "title",
    "名称": "title",
    "课": "lesson",
    "法规": "regulation",
    "合格线": "pass_mark",
    "计分": "scoring",
    "分值": "points",
    "题目": "questions",
    "编号": "id",
    "题型": "type",
    "题干": "stem",
    "材料": "text",
    "选项": "options",
    "左列": "left",
    "右列": "right",
    "要点": "points",
    "答案": "answer",
    "标准答案": "answer",
    "解析": "explanation",
    "依据": "cite",
    "纪律": "discipline",
    "难度": "difficulty",
    "标签": "tags",
    "状态": "status",
    "免检": "waive",
    "不分先后": "any_order",
    "可填": "accept",
    "一字不差": "exact",
    "月份": "month",
    "对象": "audience",
    "时长": "minutes",
    "摘要": "summary",
    "来源": "source",
    "起草人": "drafted_by",
    "签发人": "approved_by",
    "签发日期": "approved_on",
    "校验码": "check_code",
    "撤下日期": "withdrawn_on",
    "撤下原因": "withdrawn_because",
    "审核人": "reviewed_by",
    "审核日期": "reviewed_on",
    "复核日期": "review_due",
    "保密审查": "security_review",
    "简称": "short_titles",
    "别名": "aliases",
    "制定机关": "issuer",
    "文号": "document_number",
    "发布日期": "issued_on",
    "施行日期": "effective_on",
    "效力": "status",
    "条文": "articles",
    "序言": "preamble",
    "取代": "supersedes",
    "核对日期": "checked_on",
}

# The same for 组卷方案, whose filters name several of a kind.
PRESET_FIELD_NAMES: Mapping[str, str] = {
    "标题": "title",
    "名称": "title",
    "时长": "minutes",
    "合格线": "pass_mark",
    "抽题": "draw",
    "只考本月": "this_month",
    "范围": "filters",
    "题量": "rows",
    "题型": "type",
    "题数": "count",
    "分值": "points",
    "配额": "quotas",
}
FILTER_FIELD_NAMES: Mapping[str, str] = {
    "法规": "regulations",
    "条文": "articles",
    "课": "lessons",
    "自测题": "quizzes",
    "纪律": "disciplines",
    "难度": "difficulties",
}

# Values trainers write, by canonical name.
DRAW_NAMES: Mapping[str, str] = {
    "随机": "random",
    "未做优先": "unseen_first",
    "错题优先": "mistakes_first",
    "全员同卷": "same_for_all",
}
QUESTION_TYPE_NAMES: Mapping[str, str] = {
    "单选": "single_choice",
    "单选题": "single_choice",
    "多选": "multiple_choice",
    "多选题": "multiple_choice",
    "判断": "true_false",
    "判断题": "true_false",
    "填空": "fill_in",
    "填空题": "fill_in",
    "简答": "short_answer",
    "简答题": "short_answer",
    "匹配": "matching",
    "匹配题": "matching",
    "连线题": "matching",
    "排序": "ordering",
    "排序题": "ordering",
    "材料": "material",
    "材料题": "material",
}
TRUE_FALSE: Mapping[str, str] = {
    **dict.fromkeys(("对", "正确", "是", "√", "✓", "✔", "T", "t", "true", "True"), "对"),
    **dict.fromkeys(("错", "错误", "否", "×", "✗", "F", "f", "false", "False"), "错"),
}

# What the bank's lint says of one question; waived by name like the rules of a check.
LINT_RULES: Mapping[str, str] = {
    "near-duplicate": "与别的题目很像",
    "negative-stem": "反向提问没有标出",
    "catch-all-option": "“以上都对”一类的选项",
    "option-length": "选项长短悬殊",
    "option-ending": "选项结尾的标点不一",
    "stem-gives-answer": "题干露出了答案",
    "absolute-word": "只有错的选项用了绝对的字眼",
}
