"""Write a number the way a Word list shows it."""

from __future__ import annotations

_DIGITS = "〇一二三四五六七八九"
_FORMAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST = 100_000
_MOST_LETTERS = 780  # Word stops there too
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_COUNTING = frozenset(
    [
        "chineseCounting",
        "chineseCountingThousand",
        "japaneseCounting",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
    ]
)


def numeral(number: int, style: str) -> str:
    """`number` in one of Word's number formats; an unknown format counts in digits."""
    if style in ("none", "bullet"):
        return ""
    if not 0 <= number < _MOST:
        return str(number)
    if style in _COUNTING:
        return _counted(number, "零一二三四五六七八九", "十百千", short_ten=True)
    if style in ("chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"):
        return _counted(number, _FORMAL_DIGITS, "拾佰仟", short_ten=False)
    if style in ("japaneseDigitalTenThousand", "ideographDigital", "taiwaneseDigital"):
        return "".join(_DIGITS[int(digit)] for digit in str(number))
    if style in ("upperLetter", "lowerLetter"):
        if not 0 < number <= _MOST_LETTERS:
            return str(number)
        letters = chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters if style == "upperLetter" else letters.lower()
    if style in ("upperRoman", "lowerRoman"):
        return _roman(number).upper() if style == "upperRoman" else _roman(number)
    if style == "decimalZero":
        return f"{number:02d}"
    if style == "decimalFullWidth" or style == "decimalFullWidth2":
        return "".join(chr(ord("０") + int(digit)) for digit in str(number))
    if style == "ideographTraditional":
        return _STEMS[number - 1] if 1 <= number <= 10 else str(number)
    if style == "ideographZodiac":
        return _BRANCHES[number - 1] if 1 <= number <= 12 else str(number)
    return _enclosed(number, style) or str(number)


def circled(number: int) -> str:
    """①; "" where there is no such sign."""
    if 1 <= number <= 20:
        return chr(0x2460 + number - 1)
    if 21 <= number <= 35:
        return chr(0x3251 + number - 21)
    if 36 <= number <= 50:
        return chr(0x32B1 + number - 36)
    return ""


def _enclosed(number: int, style: str) -> str:
    if style in ("decimalEnclosedCircle", "decimalEnclosedCircleChinese"):
        return circled(number)
    if style == "decimalEnclosedParen" and 1 <= number <= 20:
        return chr(0x2474 + number - 1)
    if style == "decimalEnclosedFullstop" and 1 <= number <= 20:
        return chr(0x2488 + number - 1)
    if style == "ideographEnclosedCircle" and 1 <= number <= 10:
        return chr(0x3280 + number - 1)
    return ""


def _counted(number: int, digits: str, units: str, *, short_ten: bool) -> str:
    """Chinese numerals below ten thousand; `short_ten` writes 十二 and not 一十二."""
    if not 0 < number < 10_000:
        return str(number) if number else digits[0]
    text = ""
    has_gap = False
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if not digit:
            has_gap = bool(text)
            continue
        text += (digits[0] if has_gap else "") + digits[digit] + (units[power - 1] if power else "")
        has_gap = False
    return text[1:] if short_ten and 10 <= number < 20 else text


def _roman(number: int) -> str:
    text = ""
    for amount, letters in _ROMAN:
        text += letters * (number // amount) if number < 10_000 else ""
        number %= amount
    return text
