"""A quiz as a whole: progress, score, doing it again, and what its badges say."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from .answering import KINDS, RIGHT, QuestionForm
from .bank import BankQuestion
from .places import Place

QUIZ = "study-rules"  # two questions, pass mark 80
QUIZ_URL = f"quizzes/{QUIZ}.html"


def both_questions(place: Place) -> tuple[BankQuestion, BankQuestion]:
    """The two questions of the short quiz."""
    first, second = (item for item in place.questions() if item.quiz == QUIZ)
    return first, second


def test_a_finished_quiz_shows_its_score_and_whether_it_is_passed(page: Page, small: Place) -> None:
    """No score until the last answer; then 50 of 100, not passed; all right is passed."""
    page.goto(small.url(QUIZ_URL))
    first, second = (QuestionForm(page, question) for question in both_questions(small))
    score = page.locator("[data-quiz-score]")
    expect(page.locator("[data-quiz-progress]")).to_have_text("已答 0 / 2")
    expect(page.get_by_text("合格线 80 分").first).to_be_visible()
    first.answer(rightly=True)
    expect(page.locator("[data-quiz-progress]")).to_have_text("已答 1 / 2")
    expect(score).to_be_empty()
    second.answer(rightly=False)
    expect(score).to_have_text("得分 50 分，未达合格线，可再练。")
    second.retry()
    second.answer(rightly=True)
    expect(score).to_have_text("得分 100 分，已达合格线。")


def test_redoing_the_wrong_ones_leaves_the_right_ones(page: Page, small_over_http: Place) -> None:
    """重做错题 opens only the question that was wrong, and puts the focus there."""
    page.goto(small_over_http.url(QUIZ_URL))
    first, second = (QuestionForm(page, question) for question in both_questions(small_over_http))
    first.answer(rightly=True)
    second.answer(rightly=False)
    page.get_by_role("button", name="重做错题").click()
    expect(first.status).to_have_text(RIGHT)
    expect(second.status).to_be_empty()
    expect(second.root.locator("input").first).to_be_focused()
    expect(page.locator("[data-quiz-progress]")).to_have_text("已答 1 / 2")


def test_redoing_all_starts_again(page: Page, small_over_http: Place) -> None:
    """全部重做 opens every question."""
    page.goto(small_over_http.url(QUIZ_URL))
    forms = [QuestionForm(page, question) for question in both_questions(small_over_http)]
    for form in forms:
        form.answer(rightly=True)
    page.get_by_role("button", name="全部重做").click()
    for form in forms:
        expect(form.root).not_to_have_attribute("data-verdict", "correct")
    expect(page.locator("[data-quiz-progress]")).to_have_text("已答 0 / 2")


def test_a_passed_quiz_is_passed_on_the_home_page(page: Page, small: Place) -> None:
    """All answered at the pass mark: 已通过 on the month's card and in the one line."""
    page.goto(small.url(small.lesson_of("2026-02")))
    for question in both_questions(small):
        QuestionForm(page, question).answer(rightly=True)
    page.goto(small.url("index.html"))
    expect(page.locator("[data-lx-my-study]")).to_have_text("本月：已通过。")
    expect(page.locator('[data-lx-card][data-lx-month="2026-02"] [data-lx-state]').first).to_have_text(
        "已通过 2 / 2 题"
    )


def test_an_unsettled_question_is_a_card_to_read(page: Page, small_over_http: Place) -> None:
    """A draft shown in a preview carries the badge 待确认, and cannot be answered."""
    page.goto(small_over_http.url("quizzes/every-kind.html"))
    card = page.locator("section#q-every-kind--draft")
    expect(card.locator(".lx-badge")).to_have_text("待确认")
    expect(card.locator("input, button")).to_have_count(0)
    expect(card).to_contain_text("导入时：没有答案（《第三季度试卷.docx》第 15 段（第 3 题））")
    expect(page.locator(".lx-badge", has_text="待确认")).to_have_count(1)


def test_a_question_on_an_old_regulation_says_so(page: Page, small_over_http: Place) -> None:
    """Before and after answering the learner reads that the regulation was revised."""
    page.goto(small_over_http.url("quizzes/every-kind.html"))
    question = next(item for item in small_over_http.questions() if item.id == "every-kind/old-basis")
    form = QuestionForm(page, question)
    expect(form.root.locator(".lx-badge--stale").first).to_contain_text("依据的法规已修订，请以现行版本为准")
    form.answer(rightly=True)
    expect(form.root.locator("[data-citations] .lx-badge--stale")).to_have_text("已修订，请以现行版本为准")


def test_an_odd_response_does_not_keep_the_others_back(page: Page, small_over_http: Place) -> None:
    """A record from a strange backup: what cannot be shown counts as not answered, the rest stands as it was."""
    url = small_over_http.url("quizzes/every-kind.html")
    page.goto(url)
    forms = [QuestionForm(page, small_over_http.question_of_kind(kind, "every-kind")) for kind in KINDS]
    forms[0].answer(rightly=True)
    odd = [None, 5, "A", {"ticked": 7, "text": 3}, [[1], {"a": None}], {"toString": 1}]
    for response in odd:
        page.evaluate(
            """([questions, response]) => Lianxue.recordStore.appendAll(questions.map(([question, revision]) => (
              { kind: "response", payload: { question, revision, response, verdict: "wrong", share: 0 } })))""",
            [[[form.question.id, form.root.get_attribute("data-revision")] for form in forms[1:]], response],
        )
        page.reload()
        expect(forms[0].status).to_have_text(RIGHT)
        expect(page.locator("[data-quiz-progress]")).to_have_text("已答 1 / 9")
    for form in forms[1:]:
        expect(form.status).to_be_empty()
    forms[1].answer(rightly=True)
