"""Tell the numbers of persons from other long numbers."""

from __future__ import annotations

import unicodedata
from datetime import date

# GB/T 2260, the first two digits: provinces, 台湾, 香港, 澳门.
_PROVINCES = frozenset(
    {*range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55), *range(61, 66)}
    | {71, 81, 82, 83}
)
# GB 11643, which takes ISO 7064 MOD 11-2.
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_FIRST_YEAR, _LAST_YEAR = 1900, 2099  # no clock: the same text gives the same finds in any year


def plain_digits(text: str) -> str:
    """The digits of a number as it may be typed: full-width ones as plain, blanks and hyphens gone."""
    folded = unicodedata.normalize("NFKC", text).upper()
    return "".join(character for character in folded if character.isdigit() or character == "X")


def is_identity_number(digits: str) -> bool:
    """Whether 18 characters are a citizen's number (GB 11643): province, birthday, check digit.

    The 外国人永久居留身份证 of 2023 is one too: 9, then a province, with the same check.
    """
    if len(digits) != 18 or not digits[:17].isdecimal():
        return False
    province = digits[1:3] if digits[0] == "9" else digits[:2]
    return (
        int(province) in _PROVINCES
        and _is_day(int(digits[6:10]), int(digits[10:12]), int(digits[12:14]))
        and _CHECKS[sum(int(d) * w for d, w in zip(digits, _WEIGHTS, strict=False)) % 11] == digits[17]
    )


def is_old_identity_number(digits: str) -> bool:
    """Whether 15 digits may be a number of before 1999: it had no check digit."""
    return (
        len(digits) == 15
        and digits.isdecimal()
        and int(digits[:2]) in _PROVINCES
        and _is_day(1900 + int(digits[6:8]), int(digits[8:10]), int(digits[10:12]))
    )


def is_bank_card(digits: str) -> bool:
    """Whether 16 to 19 digits may be a bank card: an issuer's number (62… and a few) and Luhn's check."""
    if not digits.isdecimal() or not 16 <= len(digits) <= 19:
        return False
    is_issued = digits.startswith(("62", "9558")) or (len(digits) == 16 and digits[0] in "45")
    return is_issued and _passes_luhn(digits)


def _passes_luhn(digits: str) -> bool:
    total = 0
    for index, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + index % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _is_day(year: int, month: int, day: int) -> bool:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return False
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
