"""What must not be published: marks of secrecy and numbers of persons (whole pages are in the case files)."""

from __future__ import annotations

import random

import pytest
from tests.support.project import REPOSITORY

from lianxue.content.safety import SecretKind, find_secrets, mask_secrets, without_exam_marks
from lianxue.content.safety_numbers import is_bank_card, is_identity_number

REGULATIONS = REPOSITORY.parent / "shared" / "regulations"
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def kinds(text: str) -> list[SecretKind]:
    return [finding.kind for finding in find_secrets(text)]


def identity_number(first: str) -> str:
    """17 digits with their check digit."""
    return first + "10X98765432"[sum(int(d) * w for d, w in zip(first, WEIGHTS, strict=True)) % 11]


@pytest.mark.parametrize(
    "text",
    [
        "绝密★",
        "机密★10年",
        "机密　★　１０年",
        "秘密☆长期",
        "绝 密 ★ 5 年",
        "秘密＊",
        "秘密*",
        "机密* 5年",
        "**机密**★",
        "**绝密★**",
        "<b>绝</b><b>密</b>★",
        "绝密&#9733;",
        "机密&starf;",
        "机&nbsp;密★",
        "机密\\*",
        "機密★",
        "机密级★",
        "| 秘密★ |",
        "商业秘密★5年",
        '"机密\\u2605"',
        "【机密】★",
        "机密\n★1年",
        "机密★\ufe0f1年",
        "机\u00ad密⭑",
        "机密★使用前请登记",
        "机密★启用前请登记",
        "机密★考试须知发放前",
    ],
)
def test_a_mark_is_found_however_it_is_typed(text: str) -> None:
    """Blanks, widths, tags, entities and emphasis between its characters do not hide it."""
    assert kinds(text) == [SecretKind.SECRET_MARK]


@pytest.mark.parametrize(
    "text",
    [
        "国家秘密的密级分为绝密、机密、秘密三级。",
        "密级★保密期限",
        "属于**国家秘密**的文件",
        "国家秘密**保护**",
        "*机密*级",
        "- 绝密\n* 机密\n* 秘密",
        "属于国家秘密\n★ 第一章",
        "密级：绝密、机密、秘密三种",
        "难度★★★",
        "",
    ],
)
def test_the_laws_own_words_are_no_mark(text: str) -> None:
    """Names of secrecy without a star, and stars of Markdown, are let through."""
    assert kinds(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "秘密",
        "课文\n\n  机密\n\n课文",
        "【绝密】 内部资料",
        "机密　内部资料　注意保存",
        "密级：秘密",
        "绝密\n★ 第一章",
    ],
)
def test_a_grade_alone_is_for_a_person_to_look_at(text: str) -> None:
    """On a line of its own, in brackets as old papers have it, or behind 密级."""
    assert kinds(text) == [SecretKind.SECRET_LABEL]


@pytest.mark.parametrize(
    "text",
    ["绝密★启用前", "绝密★启用前　　　试卷类型：A", "机密★考试结束前", "绝密★启封之前|", "秘密★开考前）"],
)
def test_a_mark_of_an_examination_paper_ends_what_it_stands_in(text: str) -> None:
    """Such a mark is void once the paper was sat."""
    assert kinds(text) == [SecretKind.EXAM_MARK]


def test_what_was_found_can_be_shown_masked() -> None:
    """The words around it stay."""
    assert mask_secrets("密送 someone@some.cn，机密★1年") == "密送 s***@some.cn，*密★…"


@pytest.mark.skipif(not REGULATIONS.is_dir(), reason="the texts lie beside the project")
def test_no_regulation_is_taken_for_a_secret() -> None:
    """Fifty-five real texts hold neither a mark nor a number of a person."""
    found = {file.name: find_secrets(file.read_text(encoding="utf-8")) for file in REGULATIONS.glob("*.txt")}
    assert {name: secrets for name, secrets in found.items() if secrets} == {}


@pytest.mark.parametrize("text", ["绝密★启用前", "绝 密 ★ 考试结束前", "机密★启 封 前", "绝密☆开考前"])
def test_the_mark_of_an_examination_paper_is_a_kind_of_its_own(text: str) -> None:
    """It is told from a real one, and can be taken off."""
    assert kinds(text) == [SecretKind.EXAM_MARK]
    assert without_exam_marks(f"{text}\n一、单选题") == "\n一、单选题"


def test_taking_off_the_mark_of_a_paper_leaves_a_real_one() -> None:
    """Only the kind that is void after the examination goes."""
    assert without_exam_marks("机密★10年 绝密★启用前") == "机密★10年 "


def test_no_finding_shows_what_it_found() -> None:
    """The masked form holds neither the whole mark nor the whole number."""
    text = "机密★10年，11010519491231002X，13900139000，6222021234567890128，jia@unit.test.cn"
    assert [finding.masked for finding in find_secrets(text)] == [
        "*密★…",
        "110105********002X",
        "139****9000",
        "6222***********0128",
        "j***@unit.test.cn",
    ]
    assert kinds("".join(finding.masked for finding in find_secrets(text)[:4])) == []


@pytest.mark.parametrize(
    "text",
    [
        "身份证11010519491231002X。",
        "１１０１０５１９４９１２３１００２ｘ",
        "110105 19491231 002X",
        "1101-0519-4912-3100-2X",
        "第3 110105 19491231 002X",
        "id11010519491231002X",
    ],
)
def test_an_identity_number_is_found_however_it_is_typed(text: str) -> None:
    """Full-width digits, groups, a small x, letters before it."""
    assert kinds(text) == [SecretKind.IDENTITY_NUMBER]


def test_every_valid_number_is_found_and_almost_no_other() -> None:
    """Two thousand made with their check digits are found; of 20,000 without meaning at most a few pass."""
    chance = random.Random(7)
    for _ in range(2000):
        day = f"{chance.randint(1930, 2010)}{chance.randint(1, 12):02}{chance.randint(1, 28):02}"
        number = identity_number(
            f"{chance.choice(['110105', '440305', '650102'])}{day}{chance.randint(1, 999):03}"
        )
        assert kinds(f"编号{number}，") == [SecretKind.IDENTITY_NUMBER], number
    others = (f"{chance.randrange(10**17, 10**18)}" for _ in range(20_000))
    assert sum(is_identity_number(number) for number in others) <= 3


@pytest.mark.parametrize(
    "digits",
    [
        "110105194912310021",  # check digit
        identity_number("11010519491331002"),  # month 13
        identity_number("11010518491231002"),  # year
        identity_number("19010519491231002"),  # province
        "1101051949123100",
    ],
)
def test_a_number_with_one_thing_wrong_is_no_identity_number(digits: str) -> None:
    """Check digit, birthday, province and length all have to hold."""
    assert not is_identity_number(digits)


def test_a_foreigners_permanent_residence_number_is_one_too() -> None:
    """9, province, country, birthday, with the same check digit."""
    assert is_identity_number(identity_number("91115619900101001"))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("电话13900139000，", SecretKind.MOBILE_NUMBER),
        ("+86 139-0013-9000", SecretKind.MOBILE_NUMBER),
        ("１３９００１３９０００", SecretKind.MOBILE_NUMBER),
        ("6222 0212 3456 7890 128", SecretKind.BANK_CARD),
        ("邮箱jia.yi@unit.test.cn。", SecretKind.EMAIL),
        ("老号110105491231002。", SecretKind.OLD_IDENTITY_NUMBER),
        ("密级：机密", SecretKind.SECRET_LABEL),
    ],
)
def test_what_only_may_be_a_secret_does_not_block(text: str, kind: SecretKind) -> None:
    """A person has to look at it."""
    assert kinds(text) == [kind]
    assert not kind.blocks


@pytest.mark.parametrize(
    "text",
    [
        "2013900139000",
        "a13900139000",
        "0.13900139000",
        "第13900139000123号",
        "6222021234567890127",
        "images/logo@2x.png",
        "jia@example.com",
        "/files/110105491231002.pdf",
        "commit 4a13900139000f",
    ],
)
def test_ids_hashes_and_addresses_are_no_numbers_of_persons(text: str) -> None:
    """Digits inside other words are let through."""
    assert kinds(text) == []


def test_a_bank_card_needs_an_issuer_and_the_check() -> None:
    """Luhn alone lets a tenth of all numbers through."""
    assert is_bank_card("6222021234567890128")
    assert not is_bank_card("6222021234567890129")
    assert not is_bank_card("1222021234567890128")
