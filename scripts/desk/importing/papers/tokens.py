"""Lines cut into what they announce: numbers, options, labels, headings, keys, text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from desk.importing.papers.headings import read_tag
from desk.importing.papers.keys import keyed
from desk.importing.papers.labels import Label, label_at_start, labels_inside
from desk.importing.papers.lines import MOST_CHARACTERS, PaperLine
from desk.importing.papers.margins import says_star
from desk.importing.papers.numbers import Number, is_answer_before_number, opening_number, read_number
from desk.importing.papers.options import (
    OptionMark,
    has_better_near,
    is_followed,
    is_list_of_letters,
    option_at_start,
    options_after,
    options_in_text,
)
from desk.importing.papers.pieces import Token, piece
from desk.importing.papers.seams import (
    ANSWER_ONLY,
    ANSWER_THEN_NUMBER,
    GLUED_NUMBER,
    NEXT_ITEM,
    TWO_COLUMNS,
)
from desk.importing.papers.whole_lines import whole_line


def tokenise(lines: Sequence[PaperLine]) -> list[Token]:
    """All pieces of all lines, in order."""
    heads = [
        option_at_start(line.folded)
        if len(line.folded) <= MOST_CHARACTERS and not is_answer_before_number(line.folded)
        else None
        for line in lines
    ]
    cutter = _Cutter(lines, heads)
    tokens: list[Token] = []
    index = 0
    while index < len(lines):
        used = cutter.cut(index, tokens)
        index += used
    return tokens


class _Cutter:
    """The state of cutting: the last option seen says whether the next letter may be one."""

    def __init__(self, lines: Sequence[PaperLine], heads: Sequence[OptionMark | None]) -> None:
        self.lines = lines
        self.heads = heads
        self.last = ""  # the last option's letter since the last number
        self.strength = ""
        self.number = 0  # the last one written as 1.
        self.says_star = any("*" in line.folded and says_star(line.folded) for line in lines)
        self.is_new = False  # a heading stands above: numbers may begin again

    def cut(self, index: int, tokens: list[Token]) -> int:
        """Cut the line at `index`; how many lines were used."""
        line = self.lines[index]
        folded = line.folded
        if whole := whole_line(self.lines, self.heads[index], index, folded, line):
            tokens += whole
            if any(token.kind == "heading" for token in whole):
                self.last = ""
                self.is_new = True
            is_pair = len(whole) > 1 and whole[-1].line > index
            return 2 if is_pair else 1
        before = tokens[-1] if tokens else None
        is_stem = before is not None and before.kind in ("number", "tag") and not before.text
        tokens += self._pieces(index, line, is_stem=is_stem)
        return 1

    def _pieces(self, index: int, line: PaperLine, *, is_stem: bool) -> list[Token]:
        """The pieces of a line; `is_stem`: a number alone stands above it, so that 1.5倍 is none."""
        folded = line.folded
        tokens: list[Token] = []
        position = 0
        last = None if is_stem else self.number
        number = opening_number(folded, last, is_new=self.is_new)
        if number is not None:
            self.is_new = False
        if number is not None and number.style in ("arabic", "blank"):
            self.number = number.value
        opener: Token | None = None
        if number is not None:
            opener = piece(self.lines, index, "number", 0, number.end, len(folded))
            opener.style, opener.value, opener.label, opener.tick = (
                number.style,
                number.value,
                number.label,
                number.tick,
            )
            if number.style not in ("circled", "han_paren") and not self._is_page_number(index, number):
                self.last = ""
            position = number.end
        tag = read_tag(folded, position)
        if tag is not None:
            if opener is None:
                opener = piece(self.lines, index, "tag", 0, tag[3], len(folded))
                self.last = ""
            opener.tag, opener.tag_type, opener.tag_score, position = tag
        label = label_at_start(folded, position)
        cuts = [label] if label else []
        cuts += labels_inside(folded, max(position, label.end if label else 0))
        if opener is not None:
            end = cuts[0].start if cuts else len(folded)
            tokens += self._numbered(index, opener, position, end)
        elif not cuts or cuts[0].start > 0:
            end = cuts[0].start if cuts else len(folded)
            tokens += self._unnumbered(index, 0, end)
        for cut, following in zip_longest(cuts, cuts[1:]):
            tokens += self._labelled(index, cut, following.start if following else len(folded))
        return tokens

    def _is_page_number(self, index: int, number: Number) -> bool:
        """A number alone between an option and the next one."""
        following = self.heads[index + 1] if index + 1 < len(self.heads) else None
        return (
            number.style == "alone"
            and bool(self.last)
            and following is not None
            and following.strength == "mark"
            and ord(following.letter) == ord(self.last) + 1
        )

    def _numbered(self, index: int, opener: Token, position: int, end: int) -> list[Token]:
        """A number with its text, cut where a second item or the options start on the same line."""
        folded = self.lines[index].folded
        value = opener.value
        tokens: list[Token] = []
        current, start = opener, position
        while True:
            stop = end
            if current.kind == "number" and current.style in ("arabic", "blank", "tab"):
                for match in NEXT_ITEM.finditer(folded, start, end):
                    if int(match["n"]) == value + 1:
                        stop = match.end()
                        break
            self._text_of(index, current, start, stop)
            tokens += self._with_options(index, current, start, stop)
            following = read_number(folded, stop) if stop < end else None
            if following is None:
                return tokens
            current = piece(self.lines, index, "number", stop, following.end, end)
            current.style, current.value, current.label = following.style, following.value, following.label
            self.last = ""
            value, start = following.value, following.end

    def _text_of(self, index: int, token: Token, start: int, end: int) -> None:
        line = self.lines[index]
        token.text_start, token.end = start, end
        token.text, token.folded = line.text[start:end].strip(), line.folded[start:end].strip()
        if token.kind == "number":
            token.keyed = keyed(line.folded[start:end])

    def _with_options(self, index: int, token: Token, start: int, end: int) -> list[Token]:
        marks = options_in_text(self.lines[index].folded[:end], start, self._next_letter(index))
        if not marks:
            return [token] if token.text or token.kind in ("number", "tag") else []
        self._text_of(index, token, start, marks[0].start)
        return [token, *self._options(index, marks, end)]

    def _options(self, index: int, marks: Sequence[OptionMark], end: int) -> list[Token]:
        tokens = []
        for mark, following in zip_longest(marks, marks[1:]):
            token = piece(
                self.lines, index, "option", mark.start, mark.end, following.start if following else end
            )
            token.label, token.style = mark.letter, mark.strength
            token.tick = mark.tick or self.lines[index].ticked
            if self.says_star and self.lines[index].folded[mark.start : mark.end].strip().startswith("*"):
                token.tick = "√"
            tokens.append(token)
        self.last, self.strength = marks[-1].letter, marks[-1].strength
        return [*tokens, *self._glued_number(index, tokens[-1])]

    def _glued_number(self, index: int, option: Token) -> list[Token]:
        """The next question stuck to the last option of a line: …四2.乙（ ）, its options below."""
        if self._next_letter(index) != "A":
            return []
        line = self.lines[index]
        for match in GLUED_NUMBER.finditer(line.folded, option.text_start, option.end):
            if int(match["n"]) == self.number + 1 and match.start() > option.text_start:
                end = option.end
                self._text_of(index, option, option.text_start, match.start())
                number = piece(self.lines, index, "number", match.start(), match.end(), end)
                number.style, number.value, number.label = "arabic", int(match["n"]), match["n"]
                self.number, self.last = number.value, ""
                return [number]
        return []

    def _unnumbered(self, index: int, start: int, end: int) -> list[Token]:
        folded = self.lines[index].folded
        head = self.heads[index] if start == 0 else option_at_start(folded, start)
        if head is not None and self._is_option(index, head, folded[:end]):
            following = options_after(folded[:end], head, self._next_letter(index))
            return self._options(index, [head, *following], end)
        if self.last and head is None and (going_on := self._going_on(index, folded[:end])):
            text = piece(self.lines, index, "text", start, start, going_on[0].start)
            return [*([text] if text.text else []), *self._options(index, going_on, end)]
        return self._with_options(index, piece(self.lines, index, "text", start, start, end), start, end)

    def _labelled(self, index: int, label: Label, end: int) -> list[Token]:
        token = piece(self.lines, index, "label", label.start, label.end, end)
        token.label, token.is_bracketed = label.kind, label.is_bracketed
        token.reason = label.word
        if label.kind in ("stem", "options") or label.kind == "answer":
            folded = self.lines[index].folded
            head = option_at_start(folded, label.end) if label.kind == "options" else None
            if head is not None:
                token.text = token.folded = ""
                return [token, *self._options(index, [head, *options_after(folded[:end], head, "")], end)]
            marks = options_in_text(folded[:end], label.end, self._next_letter(index))
            if marks and (label.kind == "stem" or ANSWER_ONLY.match(folded[label.end : marks[0].start])):
                self._text_of(index, token, label.end, marks[0].start)
                return [token, *self._options(index, marks, end)]
        if label.kind == "stem":
            self.last = ""
            number = read_number(self.lines[index].folded, label.end)
            if number is not None and number.style in ("arabic", "paren") and number.end < end:
                return [token, *self._numbered_behind(index, token, number, end)]
        if (
            label.kind == "answer"
            and (match := ANSWER_THEN_NUMBER.match(self.lines[index].folded, label.end, end))
            and int(match["n"]) == self.number + 1
        ):
            return [token, *self._next_question(index, token, match.start("n"), match.end(), end)]
        return [token]

    def _numbered_behind(self, index: int, label: Token, number: Number, end: int) -> list[Token]:
        """A question with its number behind a label: 问题：1.…"""
        self._text_of(index, label, label.text_start, label.text_start)
        opener = piece(self.lines, index, "number", label.text_start, number.end, end)
        opener.style, opener.value, opener.label = number.style, number.value, number.label
        return self._numbered(index, opener, number.end, end)

    def _next_question(self, index: int, answer: Token, start: int, text_start: int, end: int) -> list[Token]:
        """The next question stuck to an answer: 答案：对2、…"""
        self._text_of(index, answer, answer.text_start, start)
        number = piece(self.lines, index, "number", start, text_start, end)
        number.style, number.value, number.label = "arabic", self.number + 1, str(self.number + 1)
        self.number, self.last = number.value, ""
        return self._with_options(index, number, text_start, end)

    def _next_letter(self, index: int) -> str:
        """The label that opens the next line of options; "" where both lines are two columns, A C over B D."""
        folded = self.lines[index].folded
        first = TWO_COLUMNS.match(folded) if "\t" in folded or "  " in folded else None
        if first and index + 1 < len(self.lines):
            second = TWO_COLUMNS.match(self.lines[index + 1].folded)
            if second and ord(second["a"]) == ord(first["a"]) + 1 and ord(second["b"]) == ord(first["b"]) + 1:
                return ""
        for following in range(index + 1, min(index + 3, len(self.lines))):
            head = self.heads[following]
            if head is not None and head.strength in ("mark", "circled"):
                return head.letter
        return ""

    def _is_option(self, index: int, head: OptionMark, folded: str) -> bool:
        is_weak = head.strength in ("blank", "bare") or is_list_of_letters(folded, head)
        if head.letter == "A":
            if not is_weak and head.sign != "(":
                return True
            inline = len(options_after(folded, head, ""))
            if head.strength == "bare" and has_better_near(self.heads, index):
                return False
            return inline >= (2 if head.strength == "bare" else 1) or is_followed(self.heads, index, head)
        if (
            is_weak
            and self.last
            and ord(head.letter) == ord(self.last) + 1
            and self._next_letter(index) == chr(ord(head.letter) + 1)
        ):
            return True
        if is_weak:
            return (
                bool(self.last)
                and ord(head.letter) == ord(self.last) + 1
                and (self.strength == head.strength or head.strength == "mark")
            )
        if self.last:
            return -1 <= ord(head.letter) - ord(self.last) <= 4
        return is_followed(self.heads, index, head)

    def _going_on(self, index: int, folded: str) -> list[OptionMark]:
        """Labels inside a line that goes on with the option before it: …并处⏎处罚C：…"""
        before = OptionMark(self.last, 0, 0, self.strength, ".")
        return [
            mark
            for mark in options_after(folded, before, self._next_letter(index))
            if mark.strength == "mark"
        ]
