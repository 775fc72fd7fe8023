"""What a trainer has on the desk for one month: an official text, a lecture and a paper, all made up."""

from __future__ import annotations

from pathlib import Path

import docx

from lianxue.reading.chinese_numerals import format_number

TITLE = "云溪县机关档案借阅守则"
ISSUER = "云溪县机关档案室"

# (what the article says, stem with a bracket, options with the right one first, a statement, whether it holds)
ARTICLES: tuple[tuple[str, str, tuple[str, ...], str, bool], ...] = (
    (
        "为了方便机关工作人员借阅档案，保护档案的完整与安全，制定本守则。",
        "制定档案借阅守则，除了方便借阅，还为了保护档案的（ ）。",
        ("完整与安全", "美观与统一", "流通与收益", "数量与种类"),
        "方便借阅和保护档案是制定守则的两个目的。",
        True,
    ),
    (
        "本守则适用于云溪县县级机关和乡镇机关，下属单位参照执行。",
        "县级机关的下属单位对这部守则应当（ ）。",
        ("参照执行", "不必理会", "另行制定", "报省批准"),
        "乡镇机关不适用这部守则。",
        False,
    ),
    (
        "借阅档案遵循先登记、后借阅、按期还的原则。",
        "借阅档案的第一步是（ ）。",
        ("登记", "复印", "付费", "摘抄"),
        "可以先借走档案，第二天再补登记。",
        False,
    ),
    (
        "借阅人应当是在编在岗的工作人员，实习人员借阅由带教人员陪同。",
        "实习人员借阅档案时，应当由谁陪同（ ）。",
        ("带教人员", "保安人员", "档案馆长", "任何同事"),
        "实习人员可以独自借阅档案。",
        False,
    ),
    (
        "借阅纸质档案每次不超过五卷。",
        "纸质档案每次最多可以借阅（ ）。",
        ("五卷", "三卷", "八卷", "十卷"),
        "一次借六卷纸质档案符合守则。",
        False,
    ),
    (
        "借阅期限为十个工作日，确有需要的可以续借一次，续借不超过五个工作日。",
        "借阅期限是（ ）个工作日。",
        ("十", "五", "二十", "三十"),
        "续借的期限不超过五个工作日。",
        True,
    ),
    (
        "电子档案只能在档案室的专用电脑上查阅，不得拷贝到移动存储介质。",
        "查阅电子档案应当在哪里进行（ ）。",
        ("档案室的专用电脑上", "借阅人自己的手机上", "任何联网的电脑上", "打印店的电脑上"),
        "电子档案可以拷贝到自己的移动存储介质带走。",
        False,
    ),
    (
        "人事档案的借阅由组织人事部门审批，其他部门不得自行调取。",
        "借阅人事档案由哪个部门审批（ ）。",
        ("组织人事部门", "后勤服务部门", "财务部门", "宣传部门"),
        "业务科室可以自行调取人事档案。",
        False,
    ),
    (
        "会计档案原则上不外借，因审计、巡察需要的，经分管领导批准后可以在指定地点查阅。",
        "因审计需要查阅会计档案，须经谁批准（ ）。",
        ("分管领导", "借阅人本人", "档案员", "财务人员"),
        "会计档案原则上不外借。",
        True,
    ),
    (
        "借阅人不得在档案上涂改、圈划、折角，不得拆散卷册。",
        "下列做法中，守则允许的是（ ）。",
        ("戴手套翻阅", "用铅笔圈划", "折角作记号", "拆开卷册复印"),
        "用铅笔在档案上轻轻圈划不违反守则。",
        False,
    ),
    (
        "复印档案应当填写复印单，注明用途和份数，复印件加盖档案室印章后有效。",
        "复印件在什么情况下有效（ ）。",
        ("加盖档案室印章后", "复印完成时", "借阅人签字后", "装订成册后"),
        "填写复印单要注明用途和份数。",
        True,
    ),
    (
        "档案员每周五下午核对借阅登记，逾期未还的当天提醒借阅人。",
        "档案员什么时间核对借阅登记（ ）。",
        ("每周五下午", "每月最后一天", "每天早上", "每季度第一周"),
        "逾期未还的，档案员在一个月以后才提醒。",
        False,
    ),
    (
        "逾期十日仍不归还的，暂停借阅资格三个月。",
        "逾期十日仍不归还，暂停借阅资格（ ）。",
        ("三个月", "一个月", "半年", "一年"),
        "逾期十日仍不归还的，暂停借阅资格三个月。",
        True,
    ),
    (
        "档案损坏的，借阅人应当在当日报告，由档案室组织修复，费用由责任人承担。",
        "档案损坏后的修复费用由谁承担（ ）。",
        ("责任人", "档案室", "全体借阅人", "财政专户"),
        "档案损坏的，借阅人可以一周以后再报告。",
        False,
    ),
    (
        "档案遗失的，借阅人应当立即书面报告，档案室在三日内上报主管部门。",
        "档案遗失后，档案室应当在几日内上报主管部门（ ）。",
        ("三日", "七日", "十五日", "三十日"),
        "档案遗失只要口头说明就可以。",
        False,
    ),
    (
        "调离、退休的工作人员应当在办理手续前还清所借档案。",
        "工作人员退休时，所借档案应当在何时还清（ ）。",
        ("办理手续前", "办理手续后一年内", "下一次盘点时", "不用归还"),
        "调离的人员可以带走正在借阅的档案。",
        False,
    ),
    (
        "档案室全年对外开放的时间为工作日上午九时至下午五时。",
        "档案室工作日几时开始开放（ ）。",
        ("上午九时", "上午七时", "中午十二时", "下午二时"),
        "档案室周末也照常开放。",
        False,
    ),
    (
        "每年十二月对全部档案清点一次，清点结果在机关内公布。",
        "全部档案在每年几月清点（ ）。",
        ("十二月", "一月", "六月", "九月"),
        "清点结果在机关内公布。",
        True,
    ),
    (
        "对违反本守则的人员，由所在单位批评教育；造成严重后果的，依规依纪处理。",
        "违反守则造成严重后果的，应当（ ）。",
        ("依规依纪处理", "一律免责", "只作口头提醒", "由档案员决定"),
        "对违反守则的人员，由所在单位批评教育。",
        True,
    ),
    (
        "本守则由云溪县机关档案室负责解释，自2026年3月1日起施行。",
        "这部守则由谁负责解释（ ）。",
        ("县机关档案室", "省档案馆", "县图书馆", "各乡镇"),
        "守则自2026年3月1日起施行。",
        True,
    ),
)
CHAPTERS = {1: "第一章　总则", 4: "第二章　借阅", 12: "第三章　管理", 19: "第四章　附则"}


def write_regulation(folder: Path) -> Path:
    """The official text as a Word file."""
    texts = [text for text, *_rest in ARTICLES]
    return _write_text(folder / f"{TITLE}.docx", texts, issued="2026年1月15日")


def write_revision(folder: Path) -> Path:
    """Its next version: one article changed, one new, one gone, nine with other numbers, the last with another day."""
    texts = [text for text, *_rest in ARTICLES]
    texts[4] = "借阅纸质档案每次不超过三卷。"
    texts.insert(7, "查阅电子档案应当填写查阅单，由档案员在场陪同。")
    del texts[17]
    texts[-1] = texts[-1].replace("2026年3月1日", "2026年11月1日")
    return _write_text(folder / f"{TITLE}（2026年修订）.docx", texts, issued="2026年10月12日")


def _write_text(file: Path, texts: list[str], *, issued: str) -> Path:
    document = docx.Document()
    document.add_paragraph(TITLE)
    document.add_paragraph(f"（{issued}{ISSUER}发布）")
    for number, text in enumerate(texts, start=1):
        if number in CHAPTERS:
            document.add_paragraph(CHAPTERS[number])
        document.add_paragraph(f"第{format_number(number)}条　{text}")
    return _save(document, file)


def write_lecture(folder: Path) -> Path:
    """A lecture of some headings, with provisions named in the running text."""
    document = docx.Document()
    document.add_paragraph("档案借阅：先登记，后借阅")
    document.add_paragraph("一、为什么要有守则").runs[0].bold = True
    document.add_paragraph(f"档案是机关工作的记忆。《{TITLE}》第一条说明了它的目的，第三条讲了借阅的原则。")
    document.add_paragraph("二、怎样借、怎样还").runs[0].bold = True
    document.add_paragraph("（一）借多少、借多久")
    document.add_paragraph(f"《{TITLE}》第五条规定了卷数，《{TITLE}》第六条规定了期限。")
    table = document.add_table(rows=3, cols=2)
    for row, cells in zip(
        table.rows, (("事项", "规定"), ("每次卷数", "五卷以内"), ("期限", "十个工作日")), strict=True
    ):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.add_paragraph("（二）坏了、丢了怎么办")
    document.add_paragraph(f"损坏当日报告，遗失立即书面报告，见《{TITLE}》第十四条、第十五条。")
    document.add_paragraph("三、几点提醒").runs[0].bold = True
    for text in ("借阅之前先登记。", "电子档案不拷贝。", "到期主动归还。"):
        document.add_paragraph(text)
    return _save(document, folder / "四月讲稿.docx")


def write_paper(folder: Path) -> Path:
    """A paper of forty questions; the answer of the third is missing, that of the seventh is out of range."""
    document = docx.Document()
    document.add_paragraph("档案借阅知识测试卷")
    document.add_paragraph("一、单项选择题（每题2分，共40分）")
    for number, (_text, stem, options, *_rest) in enumerate(ARTICLES, start=1):
        right = number % 4
        shown = [*options[1 : right + 1], options[0], *options[right + 1 :]]
        document.add_paragraph(f"{number}．{stem}")
        for label, option in zip("ABCD", shown, strict=True):
            document.add_paragraph(f"{label}．{option}")
        if number == 7:
            document.add_paragraph("答案：E")
        elif number != 3:
            document.add_paragraph(f"答案：{'ABCD'[right]}")
    document.add_paragraph("二、判断题（每题1分，共20分）")
    for number, (*_rest, statement, holds) in enumerate(ARTICLES, start=1):
        document.add_paragraph(f"{number}．{statement}（{'√' if holds else '×'}）")
    return _save(document, folder / "档案借阅测试卷.docx")


def right_answer(number: int) -> str:
    """The letter of the right option of the paper's single choice `number`."""
    return "ABCD"[number % 4]


def _save(document: object, file: Path) -> Path:
    properties = document.core_properties  # type: ignore[attr-defined]
    properties.author = properties.comments = ""  # where python-docx signs what it makes
    document.save(str(file))  # type: ignore[attr-defined]
    return file
