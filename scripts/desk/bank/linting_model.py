"""What the lint of a bank finds, and from where on it is worth a trainer's minute."""

from __future__ import annotations

from dataclasses import dataclass

from lianxue.content.question import Question
from lianxue.content.question_types.choice import Choice
from lianxue.content.quiz import Quiz
from lianxue.reading.problem import Place

SINGLE, MULTIPLE, TRUE_FALSE = "single_choice", "multiple_choice", "true_false"


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """From where on a finding is said. Shares are said only where chance does not explain them."""

    likeness: float = 90.0  # percent of equal characters: a changed number or name still counts as like
    shortest_like: int = 14  # characters of stem and options: shorter ones are like by nature
    deviations: float = 2.8  # standard deviations from chance: 1 of 200 fair quizzes would be named
    excess: float = 1.4  # times the expected share: in a large bank even a small difference is no chance
    least_for_shares: int = 8  # questions of a kind; fewer say nothing about habits
    true_share: tuple[float, float] = (0.3, 0.7)  # of 对 among true or false
    all_right_share: float = 0.5  # of 多选 in which every option is right: people tick all unread
    catch_all_share: float = 0.1  # of questions with 以上都对: more, and it is right too often
    least_catch_all: int = 3  # one or two are an author's choice
    length_ratio: float = 2.5  # the longest option to the next: seen at a glance
    length_difference: int = 12  # characters; short words may differ as they like
    least_in_stem: int = 4  # characters of an answer that a stem repeats: shorter words stand anywhere
    most_named: int = 8  # questions or articles named in one finding


THRESHOLDS = Thresholds()


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class LintFinding:
    """One thing that could be better. `questions` are full ids, () where it is about a whole file."""

    place: Place
    rule: str
    message: str
    questions: tuple[str, ...] = ()
    reason: str = ""  # where it is waived: why

    def __str__(self) -> str:
        return f"{self.place.path}:{self.place.line}:{self.place.column}: {self.message}"


def choices_of(quiz: Quiz, *type_names: str) -> list[tuple[Question, Choice]]:
    """The questions of these types with their options."""
    return [
        (question, question.body)
        for question in quiz.questions
        if question.type.name in type_names and isinstance(question.body, Choice)
    ]


def right_texts(choice: Choice) -> list[str]:
    """The texts of the right options."""
    return [option.text for option in choice.options if option.id in choice.answer]


def wrong_texts(choice: Choice) -> list[str]:
    """The texts of the wrong options."""
    return [option.text for option in choice.options if option.id not in choice.answer]


def name_some(labels: list[str], measure_word: str = "道") -> str:
    """The first few labels, and how many there are where that is more."""
    most = THRESHOLDS.most_named
    shown = "、".join(labels[:most])
    return f"{shown}等 {len(labels)} {measure_word}" if len(labels) > most else shown
