"""Who issued a regulation, under which number and when: only what the 题注 says."""

from __future__ import annotations

from datetime import date

import pytest

from desk.regulations.dates_of_text import read_facts


@pytest.mark.parametrize(
    ("caption", "issuer"),
    [
        ("（2023年12月19日某局党组发布）", "某局党组"),
        ("（2023年12月19日某局党组修订发布）", "某局党组"),
        ("（2015年10月18日某局党组印发　2023年12月19日某局党组修订并重新印发）", "某局党组"),
        ("（2023年12月8日某局党组会议审议批准　2023年12月19日某局党组发布）", "某局党组"),
        ("（2022年3月1日经省政府常务会议审议通过，甲省人民政府公布）", "甲省人民政府"),
        ("（2024年6月1日甲市财政局、甲市审计局修订、印发）", "甲市财政局、甲市审计局"),
        ("（1995年2月10日甲县县委、甲县人民政府联合发布）", "甲县县委、甲县人民政府"),
        ("（2010年4月1日某某总局令第577号公布）", "某某总局"),
        ("（2010年4月1日某某总局公告第3号公布）", "某某总局"),
        ("（甲县机关事务局2026年3月10日印发）", "甲县机关事务局"),
        ("（2024年3月1日甲县第十八届人民代表大会常务委员会第五次会议通过）", "甲县人民代表大会常务委员会"),
        (
            "（2024年3月1日甲县第十八届人民代表大会第五次会议通过　2024年5月30日乙省第十四届人民代表大会常务委员会批准）",
            "甲县人民代表大会",
        ),
    ],
)
def test_the_issuer_is_the_organ_before_the_act(caption: str, issuer: str) -> None:
    """What it did besides (修订, 批准, 联合) and the number of its order are no part of its name."""
    assert read_facts("学习守则", [caption], []).issuer == issuer


@pytest.mark.parametrize(
    "caption",
    [
        "（2019年5月6日修订发布）",
        "（2019年5月6日第3号令发布）",
        "（2019年5月6日某局党组会议修订并印发）",
        "（2019年5月6日经甲县县委同意印发）",
        "（经甲县县委2019年5月6日印发）",
        "（根据甲局党委会2019年5月6日印发的通知）",
        "（2019年5月6日中华人民共和国主席令第1号公布）",
    ],
)
def test_who_only_passed_agreed_or_promulgated_is_no_issuer(caption: str) -> None:
    """Where the text names nobody who issued it, nobody is guessed; the day of issue stays."""
    facts = read_facts("学习守则", [caption], [])
    assert (facts.issuer, facts.issued_on) == ("", date(2019, 5, 6))


def test_the_number_of_an_order_begins_with_the_organ() -> None:
    """The day before it is not part of the number."""
    facts = read_facts("学习守则", ["（2010年4月1日某某总局令第577号公布）"], [])
    assert (facts.document_number, facts.issued_on) == ("某某总局令第577号", date(2010, 4, 1))
