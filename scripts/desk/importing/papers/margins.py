"""What is printed around questions: page numbers, rules, instructions."""

from __future__ import annotations

from lianxue.reading.patterns import lazy_pattern

_PAGE = lazy_pattern(
    r"\s*[-·•~]?\s*(?:第\s*\d{1,4}\s*页(?:\s*[,/，(（]?\s*共\s*\d{1,4}\s*页)?[)）]?|\d{1,4}\s*/\s*\d{1,4}|[-·•~]\s*\d{1,4}\s*[-·•~]|[Pp]age\s*\d{1,4}(?:\s*of\s*\d{1,4})?)\s*[-·•~]?\s*$"
)


_RULE = lazy_pattern(r"\s*(?:(?:[-=_*~—…·.#+]\s?){3,}|[-—…]{2,})\s*$")


_CLOSING = lazy_pattern(
    r"[\s(—\-*]{0,8}(?:(?:试卷|试题|全卷|本卷|考试|答题|全文)?\s*(?:到此|至此)?\s*(?:结束|完毕|完)|以下空白|END|The End|得\s*分\s*评\s*[卷阅]\s*人|得\s*分|评\s*[卷阅]\s*人|装\s*订\s*线|密\s*封\s*线.{0,12})[\s)。.!—\-*:]{0,8}$"
)


_INSTRUCTION = lazy_pattern(
    r"(?:姓\s*名|单\s*位|部\s*门|学\s*号|准考证|班\s*级|职\s*务|考\s*号|成\s*绩)\s*[:_(\s]|注意事项|考试时间|答题时间|考试时长|满分|总分|卷面|闭卷|开卷|"
    r"得\s*分\s*(?:$|[|评阅])|评卷人|阅卷人|签字笔|钢笔|圆珠笔|铅笔|填写在|复核人|登分|答题卡|请考生|答题前|本试卷|本卷|作答|密封线|装订线|题\s*号\s*[|\t一]|考试形式|命题人|审题人|每小?题\s*\d|"
    r"(?:错选|多选|漏选|少选|不选)[^。]{0,20}(?:不得分|得\s*[\d.]+\s*分|无分)|"
    r"(?:对的|正确的)[^。]{0,16}(?:√|T|A|对)[^。]{0,20}(?:×|F|B|错)|^(?:说明|注)\s*[:]"
)


_PAGE_WORDS = lazy_pattern(
    r"[\s\[【(<>·*]{0,6}(?:(?:点击)?(?:查看|显示|隐藏)(?:正确)?(?:提示|答案|解析|全部|详情|更多)|(?:AI|智能)\s?(?:讲解|解析|答疑)|展开(?:全文|全部|解析|更多)?|收起(?:全文|解析)?"
    r"|上一[题页]|下一[题页]|提交(?:答案|试卷)?|收藏(?:本题|题目)?|(?:我要)?纠错|加入错题本|阅读原文|返回(?:列表|首页|目录)|参与讨论|写笔记|我要提问"
    r"|(?:长按|扫码|扫一扫|点击|微信扫)[^。]{0,24}(?:关注|二维码|公众号|下载|小程序)[^。]{0,24}|关注[^。]{0,20}公众号[^。]{0,12}"
    r"|(?:本期|本题)?(?:参考|正确)?答案(?:将|请)?(?:于|在|见)?(?:下期|下周|下一期|下次|明[日天]|次日)(?:公布|揭晓|发布|见)?"
    r")[\s\]】)>·*>»。.!]{0,6}$"
)
_RIGHTS = lazy_pattern(r"[^。]{0,12}(?:版权(?:归|为)?[^。]{0,20}所有|[Cc]opyright\s?[©\d(])[^。]{0,80}$")
_MARK_HINT = lazy_pattern("[红黄蓝绿粗线色亮]|黑体")
_MARK_WORDS = r"(?:红色|标红|红字|标黄|黄底|黄色|蓝色|标蓝|绿色|标绿|加粗|粗体|黑体字?|下划线|划线|画线|底色|高亮|突出显示|带色|有色)"
_MARKS_ANSWER = lazy_pattern(
    rf"{_MARK_WORDS}[^。;]{{0,10}}(?:正确|答案)|(?:正确|答案)[^。;错]{{0,8}}{_MARK_WORDS}"
)
_MARKS_OTHER = lazy_pattern(
    rf"(?:错|易混|不正确|干扰|修改|更新|调整|新增|存疑|待核|重点|难点|注意|关键)[^。;]{{0,10}}{_MARK_WORDS}|{_MARK_WORDS}[^。;]{{0,10}}(?:错|易混|不正确|干扰|修改|更新|调整|新增|存疑|待核|重点|难点|注意|关键|非答案|不是答案)"
)
# 注：标黄为本次修改内容
_MARKS_SAID = lazy_pattern(
    rf"[\s(\[【*※]{{0,4}}(?:注意?|说明|备注|提示|其中|凡)?\s?[:：]?\s?(?:用|以|凡)?{_MARK_WORDS}(?:的|部分|内容|文字|字体|题目|选项|处){{0,2}}(?:为|是|表示|代表|系|指|均为)"
)
_STARRED = lazy_pattern(
    r"[“\"]?\*[”\"]?\s?号?(?:的|标|标记|标注|者)?[^。;错误]{0,6}(?:正确|答案)|(?:正确|答案)[^。;错误]{0,10}\*"
)


def is_page_words(folded: str) -> bool:
    """查看提示, 展开全文: the buttons and notices of a page that the questions were copied from."""
    if len(folded) > 110:
        return False
    return bool(_PAGE_WORDS.match(folded)) or (
        ("版权" in folded or "opyright" in folded) and bool(_RIGHTS.match(folded))
    )


def read_mark_note(folded: str) -> str:
    """What a line says that colour or bold means: "answer", "other", or "" where it says nothing of it."""
    if len(folded) > 60 or not _MARK_HINT.search(folded):
        return ""
    if _MARKS_OTHER.search(folded):
        return "other"
    if _MARKS_ANSWER.search(folded):
        return "answer"
    return "other" if _MARKS_SAID.match(folded) else ""


def says_star(folded: str) -> bool:
    """带*的为正确选项: what stars before options mean."""
    return len(folded) < 60 and bool(_STARRED.search(folded))


def is_page_mark(folded: str) -> bool:
    """第 3 页 共 8 页, - 3 -, 3/8."""
    return bool(_PAGE.match(folded)) and len(folded) < 40


def is_closing(folded: str) -> bool:
    """试卷到此结束, 得分 评卷人: printed around questions, part of none."""
    return len(folded) < 60 and bool(_CLOSING.match(folded))


def is_rule(folded: str) -> bool:
    """A line of nothing but dashes, dots or the like."""
    return len(folded) < 400 and bool(_RULE.match(folded))


def is_instruction(folded: str) -> bool:
    """Words to the candidates: 姓名, 考试时间, 每题2分 …"""
    return bool(_INSTRUCTION.search(folded[:400]))
