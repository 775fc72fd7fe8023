"""Questions about what follows a token: a walk decides by what comes next."""

from __future__ import annotations

from collections.abc import Sequence

from desk.importing.papers.items import Entry, Item, Outline, Plan, Zone
from desk.importing.papers.pieces import Token
from desk.importing.papers.planning import BRACKET

_FAR = 60  # tokens


class Ahead:
    """Answers about the tokens behind an index; every look is bounded."""

    def __init__(self, tokens: Sequence[Token], plan: Plan) -> None:
        self.tokens, self.plan = tokens, plan
        self.next_number: list[int] = [len(tokens)] * (len(tokens) + 1)
        following = len(tokens)
        for index in range(len(tokens) - 1, -1, -1):
            self.next_number[index] = following
            if tokens[index].kind == "number":
                following = index
        numbers = sum(token.kind in ("number", "tag") and token.is_strong for token in tokens)
        alone = sum(
            token.kind == "heading" and token.heading is not None and token.heading.kind == "key"
            for token in tokens
        )
        headings = sum(token.kind == "heading" for token in tokens) - alone
        self.are_answers_alone = alone >= 2 and alone > headings + 1 and alone * 3 >= numbers

    def _behind(self, index: int, most: int = _FAR) -> Sequence[Token]:
        return self.tokens[index + 1 : index + 1 + most]

    def has_options(self, index: int) -> bool:
        """A number is followed by options A and B before the next number."""
        end = self.next_number[index]
        letters = {
            token.label for token in self.tokens[index + 1 : min(end, index + _FAR)] if token.kind == "option"
        }
        return {"A", "B"} <= letters

    def is_answer_of_item(self, index: int, *, has_item: bool, style: str) -> bool:
        """答案 alone on a line is the label of one question rather than the heading of a key."""
        token = self.tokens[index]
        if not has_item or token.heading is None or token.heading.is_typed or token.heading.ordinal:
            return False
        following = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        if following is None or following.kind in ("heading", "key"):
            return False
        if following.kind == "number" and following.keyed:
            return False
        if self.are_answers_alone:
            return True
        if following.kind == "number" and self.has_options(index + 1) and following.value > 1:
            return True
        if following.kind == "number":
            return following.style == "circled" or (
                following.style in ("paren", "right", "han_paren") and following.style != style
            )
        return following.kind in ("text", "option")

    def is_key_section(self, index: int, zone: Zone, outline: Outline) -> bool:
        """A section heading inside a key goes on with the key."""
        heading = self.tokens[index].heading
        assert heading is not None
        keyed = texts = asked = 0
        for token in self._behind(index):
            if token.kind == "heading":
                break
            if token.kind == "option":
                return False
            if token.kind == "key" or (token.kind == "number" and token.keyed):
                keyed += 1
            elif token.kind == "number":
                texts += 1
                asked += bool(BRACKET.search(token.folded[-400:]))
        if keyed >= max(1, texts):
            return True
        if not keyed and not texts:
            return bool(zone.sections) and heading.is_typed
        if asked * 2 > texts:
            return False
        return any(
            section.items and (section.type == heading.type or section.ordinal == heading.ordinal != 0)
            for section in outline.sections
        )

    def is_plain_key(self, index: int) -> bool:
        """A section heading with nothing under it but 1.A 2.B: a key that nobody called one."""
        keyed = others = 0
        for token in self._behind(index):
            if token.kind == "heading" or token.value < 0:
                break
            if token.kind == "key" or (token.kind == "number" and token.keyed):
                keyed += 1
            elif token.kind in ("option", "number"):
                others += 1
        return keyed > others and keyed >= 1

    def key_style(self, entries: Sequence[Entry], tokens: Sequence[Token], index: int) -> str:
        """How the last entry's number was written."""
        line = entries[-1].lines[0]
        for position in range(index - 1, max(-1, index - 400), -1):
            token = tokens[position]
            if token.kind == "number" and token.line == line and token.value == entries[-1].number:
                return token.style
        return ""

    def is_list_in_answer(self, index: int) -> bool:
        """An option-like line inside an entry of a key: no B behind this A."""
        token = self.tokens[index]
        following = [other for other in self._behind(index, 4) if other.kind == "option"]
        return not (token.label == "A" and following and following[0].label == "B")

    def is_material(self, index: int) -> bool:
        """A numbered text without options, followed by numbers of another style that have them."""
        token = self.tokens[index]
        if token.is_strong:
            return False
        end = self.next_number[index]
        if end >= len(self.tokens):
            return False
        following = self.tokens[end]
        return (
            following.is_strong
            and following.value == 1
            and following.style != token.style
            and following.style in self.plan.questions
            and following.style in ("paren", "right", "arabic", "circled")
            and {token.style, following.style} != {"arabic", "right"}
            and (token.style, following.style) != ("alone", "arabic")
            and len(token.text) + sum(len(other.text) for other in self.tokens[index + 1 : end]) >= 30
        )

    def is_sequel(self, index: int, last_value: int) -> bool:
        """A number with a bracket that goes on counting, some numbers having been lost."""
        token = self.tokens[index]
        return last_value < token.value <= last_value + 3

    def is_list_in_stem(self, index: int, last_value: int) -> bool:
        """Numbers inside a stem: this one has nothing of a question, and the true one comes later."""
        token = self.tokens[index]
        if token.has_evidence:
            return False
        for position in range(index + 1, min(index + _FAR, len(self.tokens))):
            other = self.tokens[position]
            if other.kind == "heading":
                return False
            if other.kind == "option":
                return False
            if other.kind == "number" and other.style == token.style:
                if other.value == token.value:
                    return True
                if other.value != token.value + 1 and other.is_strong:
                    return other.value == last_value + 1
        return False

    def comes_again(self, index: int) -> bool:
        """The same number, written alike, stands further down, before any heading and any new count."""
        token = self.tokens[index]
        for other in self._behind(index):
            if other.kind == "heading":
                return False
            if other.kind == "number" and other.style == token.style and other.value <= token.value:
                return other.value == token.value
        return False

    def is_number_next(self, index: int) -> bool:
        """The next token is a number."""
        return index + 1 < len(self.tokens) and self.tokens[index + 1].kind == "number"

    def is_key_next(self, index: int) -> bool:
        """The next token is an entry of a key."""
        return any(token.kind == "key" or token.keyed for token in self.tokens[index + 1 : index + 2])

    def is_label_next(self, index: int) -> bool:
        """An answer or an explanation is announced right behind a number."""
        following = self.tokens[index + 1 : index + 2]
        return any(token.kind == "label" and token.label in ("answer", "explanation") for token in following)

    def starts_unnumbered(self, index: int, item: Item | None) -> bool:
        """A text line that opens a question without a number: options A and B follow, or its answer."""
        token = self.tokens[index]
        if token.kind != "text" or (item is not None and not item.options and not item.answers):
            return False
        following = [other for other in self._behind(index, 8) if other.kind != "ignored"][:3]
        for position, other in enumerate(following):
            if other.kind == "option":
                return other.label == "A" and position == self._texts_before(following)
            if other.kind == "label" and other.label == "answer" and position == 0:
                return item is None or bool(item.answers)
            if other.kind == "text":
                if other.is_after_blank:
                    return False
                continue
            return False
        return False

    def _texts_before(self, tokens: Sequence[Token]) -> int:
        """How many lines of text that go on with a sentence stand first."""
        count = 0
        for token in tokens:
            if token.kind != "text":
                break
            count += 1
        return count

    def restarts(self, index: int) -> bool:
        """An A that comes again is no slip of one label: a B follows."""
        return any(token.kind == "option" and token.label == "B" for token in self._behind(index, 3))

    def is_item_near(self, index: int) -> bool:
        """Options or an answer stand on one of the next lines, before any number."""
        for token in self._behind(index, 4):
            if token.kind in ("number", "heading"):
                return False
            if token.kind == "option" or (token.kind == "label" and token.label == "answer"):
                return True
        return False

    def is_case(self, index: int) -> bool:
        """案例一 opens a material: a question follows before long."""
        return any(token.kind in ("number", "tag") for token in self._behind(index, 12))

    def is_before_subquestions(self, index: int) -> bool:
        """A long text right before questions (1) (2) that have options or answers."""
        token = self.tokens[index]
        if len(token.text) < 60:
            return False
        end = self.next_number[index]
        return end < len(self.tokens) and self.tokens[end].is_strong and self.tokens[end].value == 1
