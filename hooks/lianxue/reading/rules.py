"""The table of everything that can be wrong: one row a rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


class Level(Enum):
    """How much a problem matters; the value is the word people read."""

    MUST_FIX = "需要修改"  # stops the build
    TO_FILL = "待补"  # counted and shown; stops only under --strict
    ADVICE = "提示"


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that can be wrong."""

    id: str
    level: Level
    description: str


def _rules(level: Level, **descriptions: str) -> dict[str, Rule]:
    return {
        name.replace("_", "-"): Rule(name.replace("_", "-"), level, description)
        for name, description in descriptions.items()
    }


RULES: Mapping[str, Rule] = {
    **_rules(
        Level.MUST_FIX,
        # files
        file_encoding="文件须以 UTF-8 保存",
        misplaced_file="这种文件不能放在这里",
        symlink="内容文件夹里不放符号链接",
        yaml_syntax="YAML 写法有误",
        yaml_duplicate_key="同一处写了两个同名字段",
        yaml_alias="不使用 YAML 的锚点、引用与合并",
        yaml_tag="不使用 YAML 的标签",
        fullwidth_punctuation="YAML 的冒号、逗号须用半角",
        front_matter="文件开头的信息（---）不完整",
        # fields
        unknown_field="字段名不认识",
        missing_field="缺少必填字段",
        wrong_kind="字段的写法不对",
        unknown_value="取值不在范围内",
        bad_date="日期或月份写法不对",
        bad_id="编号写法不对",
        # questions
        answer_outside_options="答案不在选项中",
        answer_count="答案个数与题型不符",
        too_few_options="选项太少",
        gap_count="空的个数与答案个数不符",
        duplicate_id="编号重复",
        duplicate_option_id="选项编号重复",
        duplicate_option_text="选项内容重复",
        duplicate_question="题库中有完全相同的题目",
        question_markup="题目文字里不能放链接、图片和 HTML",
        bad_waive="免检说明写法不对",
        unsettled="题目还待确认",
        # citations, lessons, the register
        bad_citation="依据写法不对",
        unknown_regulation="法规库里没有这部法规",
        unknown_article="法规里没有这一条",
        unknown_lesson="没有这一课",
        bad_articles="条文范围写法不对",
        article_heading="条文标题与登记的范围不符",
        duplicate_title="两部法规用了同一个名称",
        # what was signed
        not_signed_off="网站要求签发，这一页还没有签发",
        changed_after_sign_off="签发后有改动，网站要求重新签发",
        # what must not be published
        secret_mark="有密级标志",
        identity_number="有身份证号码",
        # cases, and what templates asked for
        case_origin="看不出案例是虚构的还是公开通报的",
        left_to_edit="模板里的“请改”还没有改",
        # words
        wrong_name="专名、固定提法写错了",
        bad_wording="用词表写法不对",
        # names by which pages are searched
        bad_alias="别名写法不对",
        duplicate_alias="两页用了同一个名称",
        bad_synonym="近义词写法不对",
        # pages
        quiz_mark="自测题标记写法不对",
        unknown_quiz="没有这套自测题",
        quiz_twice="同一套自测题放了两次",
        raw_html="页面里有不允许的 HTML",
        outside_resource="页面引用了站外的图片或文件",
        dead_link="链接指向不存在的页面",
        dead_anchor="链接指向页内不存在的位置",
        duplicate_anchor="页内锚点重名",
    ),
    **_rules(
        Level.TO_FILL,
        no_explanation="没有解析",
        no_citation="没有依据",
        left_to_fill="写着“待补”的地方还没有补",
        article_changed="所引的条文在新版本里变了，还没有复核",
        short_preset="题库里的题不够一份组卷方案",
    ),
    **_rules(
        Level.ADVICE,
        secret_label="有密级字样",
        personal_data="有电话、银行卡号或邮箱",
        wording="用词可以改进",
        typography="标点、空格不合排版习惯",
        duplicate_stem="题库中有题干相同的题目",
        unused_synonym="近义词指向的词在内容里没有",
        stale_citation="依据的法规已修订或已废止",
        month_path="课文件的位置与月份不符",
        review_overdue="已过复核日期",
        changed_after_review="签发后有改动",
    ),
}
