"""Where lines that hold more than one thing come apart."""

from __future__ import annotations

from lianxue.reading.patterns import lazy_pattern

NEXT_ITEM = lazy_pattern(
    r"(?:[(\[【]\s*[√×对错TF]?\s*[)\]】]|[√×])\s*[。.;；]?\s*(?=(?P<n>\d{1,4})\s*[、.](?!\d))"
)
ANSWER_ONLY = lazy_pattern(r"[\s(\[【]*(?:[A-Z](?:[\s、,;/]{0,2}[A-Z])*|√|×|对|错|正确|错误)[\s)\]】。.;]*$")
ANSWER_THEN_NUMBER = lazy_pattern(r"\s*(?:[A-Z]{1,8}|√|×|对|错|正确|错误)\s*(?P<n>\d{1,4})\s*[、.](?!\d)\s*")
GLUED_NUMBER = lazy_pattern(
    r"(?<![\d\s.])\s?(?P<n>\d{1,3})[、.](?!\d)(?=[^\n]{0,400}?(?:\(\s*\)|_{2,}|\?\s*$))"
)
# A over B with C and D beside them
TWO_COLUMNS = lazy_pattern(
    r"\s{0,20}(?P<a>[A-D])\s?[.、][^\t]{1,200}?(?:\t|\s{2})\s{0,60}(?P<b>[C-H])\s?[.、]"
)
