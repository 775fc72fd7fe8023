"""The words that head columns, name kinds of questions and mean right or wrong."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from lianxue.content.letters import letter
from lianxue.content.vocabulary import DIFFICULTIES, DISCIPLINES, QUESTION_TYPE_NAMES
from lianxue.reading.folding import fold_width
from lianxue.reading.patterns import lazy_pattern

CHOICE = "choice"  # some kind of choice: the answer tells which
MATERIAL = "material"

# What a column or key holds → the names it goes by, folded as `fold_name` does.
ROLE_NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("编号", "题目编号", "试题编号", "题目id", "试题id", "uid", "questionid", "idnumber", "题库编号"),
    "number": (
        *(
            "题号",
            "序号",
            "序",
            "行号",
            "题序",
            "号",
            "no",
            "id",
            "num",
            "number",
            "index",
            "tihao",
            "xuhao",
            "顺序",
        ),
    ),
    "type": (
        *("题型", "类型", "试题类型", "题目类型", "试题题型", "题目题型", "类别", "题类", "种类", "题型名称"),
        *("type", "questiontype", "qtype", "kind", "tixing", "leixing", "typename", "题目分类"),
    ),
    "stem": (
        *("题干", "题目", "试题", "问题", "试题内容", "题目内容", "题干内容", "试题题干", "题目题干", "内容"),
        *("标题", "题目名称", "题目描述", "试题名称", "试题标题", "题目标题", "题文", "考题", "问题内容"),
        *("question", "stem", "title", "content", "text", "q", "questiontext", "questiontitle", "body"),
        *("questioncontent", "questionname", "name", "topic", "timu", "tigan", "wenti", "shiti", "prompt"),
    ),
    "options": (
        *("选项", "备选项", "备选答案", "选项内容", "候选项", "候选答案", "全部选项", "答案选项", "选择项"),
        *(
            "options",
            "option",
            "choices",
            "choice",
            "answers",
            "xuanxiang",
            "optionlist",
            "items",
            "selections",
        ),
    ),
    "answer": (
        *(
            "答案",
            "正确答案",
            "标准答案",
            "参考答案",
            "正确选项",
            "试题答案",
            "题目答案",
            "正确项",
            "答案内容",
            "应选",
            "应选项",
            "答题",
            "答案序号",
            "答案编号",
            "对错",
            "正误",
        ),
        *("正确答案序号", "标准答案序号", "正确选项序号"),
        *("answer", "key", "correct", "correctanswer", "rightanswer", "answerkey", "daan", "zhengquedaan"),
        *(
            "correctoption",
            "correctanswers",
            "rightanswers",
            "correctoptions",
            "solution",
            "a",
            "right",
            "ans",
        ),
        *("correctindex", "answerindex", "答案是", "biaozhundaan", "standardanswer", "正确答案是"),
    ),
    "explanation": (
        *("解析", "说明", "试题解析", "答案解析", "题目解析", "答案说明", "详解", "解释", "答题解析", "分析"),
        *(
            "解答",
            "答案详解",
            "试题分析",
            "解题思路",
            "analysis",
            "explanation",
            "explain",
            "jiexi",
            "rationale",
        ),
        *("explanations", "feedback", "comment", "answeranalysis", "parse", "点评"),
    ),
    "cite": (
        *("依据", "出处", "来源", "参考", "法规依据", "命题依据", "条款", "参考依据", "法条", "依据条款"),
        *("出题依据", "题目依据", "答案依据", "source", "reference", "cite", "yiju", "chuchu", "basis"),
    ),
    "difficulty": (
        *("难度", "难易度", "难易程度", "难度等级", "难度系数", "难易", "difficulty", "level", "nandu"),
    ),
    "discipline": ("纪律", "纪律类别", "违反纪律", "所属纪律", "discipline"),
    "section": (
        *("章节", "章", "分类", "科目", "专业", "题库", "模块", "所属章节", "章节名称", "单元", "部分"),
        *("chapter", "category", "section", "subject", "zhangjie", "unit", "所属分类", "题目类别"),
    ),
    "tags": (
        *("知识点", "标签", "考点", "关键词", "tags", "tag", "keywords", "zhishidian", "knowledge", "label"),
    ),
    "score": (
        "分值",
        "分数",
        "每题分值",
        "题目分值",
        "得分",
        "本题分值",
        "score",
        "points",
        "fenzhi",
        "mark",
    ),
    "material": (
        *("材料", "背景材料", "案例", "题干材料", "材料内容", "案例内容", "material", "passage", "cailiao"),
    ),
    "note": ("备注", "备注说明", "remark", "note"),
    "review": (
        "复核意见",
        "审核意见",
        "校对意见",
        "核对意见",
        "修改意见",
        "修改说明",
        "更正说明",
        "勘误说明",
    ),
    "status": ("状态", "题目状态", "试题状态", "status"),
    "in_use": ("是否启用", "启用", "是否有效", "是否可用", "enabled", "isenabled", "isactive", "isvalid"),
    "withdrawn": ("是否停用", "是否作废", "是否删除", "作废", "deleted", "isdeleted", "disabled"),
    "wrong": ("incorrectanswers", "wronganswers", "distractors"),
    "original": ("原答案", "原来答案", "旧答案", "原标准答案"),
    "revised": (
        *("修订答案", "更正答案", "修改后答案", "更正后答案", "修订后答案", "订正答案", "新答案", "更新答案"),
        *("最终答案", "审核答案", "核对后答案", "校对答案", "复核答案", "改后答案", "修改后", "修改为"),
        *("更正", "更正为", "订正", "勘误", "修订"),
    ),
    "mark": (
        *("正确", "是否正确", "正确与否", "是否答案", "是否为正确答案", "是否正确答案"),
        *("iscorrect", "isright"),
    ),
}
ROLES: Mapping[str, str] = {name: role for role, names in ROLE_NAMES.items() for name in names}

_LONGEST_NAME = 40  # of a header
_NOT_NAME = lazy_pattern(r"[\s_\-*:：、.．#（）()\[\]【】<>《》“”\"'/\\]+")
_BRACKETED = lazy_pattern(r"[（(\[【][^（）()\[\]【】]*[)）\]】]")  # (必填), （多个用逗号隔开）
_CHINESE_DIGITS = "一二三四五六七八九十"
_LABEL = r"(?P<label>[a-z]|[1-9]|1[0-9]|[一二三四五六七八九十])"
_OPTION_WORD = r"(?:选项内容|选项|选择项|选择(?=[a-z1-9一二三四五六七八])|答案(?=[a-z1-9])|answer(?=[1-9])|备选答案|备选项|备选|候选项|候选答案|候选|答案选项|optioncontent|option|opt|choice|xuanxiang|xx|item)"
_OPTION = lazy_pattern(
    rf"(?:{_OPTION_WORD}{_LABEL}|{_LABEL.replace('label', 'first')}{_OPTION_WORD})(?:内容)?$"
)
_BARE_OPTION = lazy_pattern(r"(?P<label>[a-z])(?:项)?$")
_WRONG = lazy_pattern(
    rf"(?:干扰项|干扰选项|错误选项|错误答案|错误项|wronganswer|incorrectanswer|distractor){_LABEL}?$"
)
_FLAG_WORD = r"(?:是否正确|是否为正确答案|是否答案|正确与否|是否为答案|对错|iscorrect|isright|correct|right)"
_FLAG = lazy_pattern(
    rf"(?:{_OPTION_WORD}?{_LABEL}{_FLAG_WORD}|{_FLAG_WORD}{_LABEL.replace('label', 'last')})$"
)


@lru_cache(maxsize=4096)
def fold_name(text: str) -> str:
    """A column's or key's name as it is compared: 选项 A（必填） is 选项a."""
    folded = fold_width(text).strip()
    bare = _BRACKETED.sub("", folded)
    return _NOT_NAME.sub("", bare or folded).lower()


@lru_cache(maxsize=4096)
def role_of(text: str) -> tuple[str, str]:
    """What a header says its column holds: (role, option label); ("", "") where it says nothing known.

    The roles are those of ROLE_NAMES, and `option` and `flag`, which have a label such as B.
    """
    if len(text) > _LONGEST_NAME:
        return "", ""
    name = fold_name(text)
    if not name:
        return "", ""
    if flag := _FLAG.match(name):
        return "flag", _option_label(flag["label"] or flag["last"])
    if name in ROLES and not (name == "a" and fold_width(text).strip() == "A"):
        return ROLES[name], ""
    if _WRONG.match(name):
        return "wrong", ""
    if option := _OPTION.match(name):
        return "option", _option_label(option["label"] or option["first"])
    if bare := _BARE_OPTION.match(name):
        return "option", bare["label"].upper()
    return "", ""


def _option_label(written: str) -> str:
    """A, 1 and 一 are all the first."""
    if written in _CHINESE_DIGITS:
        return letter(_CHINESE_DIGITS.index(written))
    return letter(int(written) - 1) if written.isdigit() else written.upper()


# In the order in which they are looked for: 不定项选择题 holds 选择, 案例分析单选题 holds 单选.
_TYPE_WORDS = (
    (CHOICE, lazy_pattern(r"不定项|任选|indefinite|uncertain|multiple[\s-]choice|multichoice|\bmcq\b")),
    ("single_choice", lazy_pattern(r"单选|单项|单择|single|radio|danxuan|one_?choice")),
    ("multiple_choice", lazy_pattern(r"多选|多项|复选|multi|checkbox|duoxuan")),
    ("true_false", lazy_pattern(r"判断|是非|对错|正误|true.?false|judg|boolean|panduan|^tf$|^bool$|yes.?no")),
    ("fill_in", lazy_pattern(r"填空|fill|blank|tiankong|completion")),
    ("matching", lazy_pattern(r"匹配|连线|配对|搭配|match|lianxian")),
    ("ordering", lazy_pattern(r"排序|order|sequence|paixu|sorting")),
    (
        "short_answer",
        lazy_pattern(
            r"简答|问答|论述|名词解释|案例分析|材料分析|主观|简述|short|essay|jianda|subjective|wenda"
        ),
    ),
    (MATERIAL, lazy_pattern(r"^材料题?$|^material$|^案例$")),
    (CHOICE, lazy_pattern(r"选择|choice|xuanze|^select$|multichoice")),
)


@lru_cache(maxsize=4096)
def type_of(text: str) -> str:
    """The question type a word or heading names; CHOICE for any choice, "" for none."""
    folded = fold_width(text).strip().lower()
    if not folded or len(folded) > 60:
        return ""
    exact = QUESTION_TYPE_NAMES.get(text.strip())
    if exact:
        return exact
    found = [name for name, words in _TYPE_WORDS if words.search(folded)]
    sure = [name for name in found if name != CHOICE]
    if len(set(sure)) > 1 and not {"short_answer", MATERIAL} & set(sure):
        return ""  # 单选、多选题: a heading over both
    return found[0] if found else ""


def is_type_word(text: str) -> bool:
    """Whether a short text is the name of a kind of question and nothing else."""
    return 0 < len(text.strip()) <= 16 and bool(type_of(text))


_DIFFICULTY_WORDS = {
    **dict.fromkeys(
        ("易", "简单", "容易", "低", "较易", "较低", "较简单", "基础", "初级", "easy", "low", "simple"), "易"
    ),
    **dict.fromkeys(("中", "中等", "一般", "普通", "适中", "中级", "medium", "normal", "middle"), "中"),
    **dict.fromkeys(("难", "困难", "较难", "高", "较高", "偏难", "高级", "hard", "difficult", "high"), "难"),
}
assert set(_DIFFICULTY_WORDS.values()) == set(DIFFICULTIES)


def difficulty_of(text: str) -> str:
    """易, 中 or 难; "" where a text says none of them, as a bare number does."""
    return _DIFFICULTY_WORDS.get(text.strip().lower().removesuffix("题"), "")


def discipline_of(text: str) -> str:
    """One of the six disciplines; "" for anything else."""
    word = text.strip()
    return next((name for name in DISCIPLINES if word in (name, name.removesuffix("纪律"))), "")
