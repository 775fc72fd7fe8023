"""question_form.js makes in the browser the very form that the templates make in a build."""

from __future__ import annotations

import re

from playwright.sync_api import Page

from .places import Place

# 记一笔 is put below every question by a script, here as there; the bank knows of no drafts, which a preview's numbers count
FORMS = """() => {
  document.querySelectorAll("[data-lx-note]").forEach(row => row.remove());
  const forms = Array.from(document.querySelectorAll("form[data-question]"));
  const drafts = document.querySelectorAll(".lx-draft").length;
  forms.forEach(form => {
    const total = form.querySelector("legend [aria-hidden]");
    total.textContent = total.textContent.replace(String(forms.length + drafts), String(forms.length));
  });
  return Object.fromEntries(forms.map(form => [form.dataset.question, form.outerHTML]));
}"""
MATERIALS = """() => Array.from(document.querySelectorAll(".lx-material__text"), text => text.outerHTML)"""
MAKE = """async () => {
  const index = await Lianxue.bank.open();
  const questions = await Lianxue.bank.loadQuestions(index.ids);
  const totals = {};
  index.quiz.forEach(quiz => { totals[quiz] = (totals[quiz] || 0) + 1; });
  const materials = new Set();
  const forms = Object.fromEntries(questions.map(question => {
    const row = Lianxue.bank.rowOf(question.id);
    const group = Lianxue.questionForm.material(question);
    if (group) { materials.add(group.querySelector(".lx-material__text").outerHTML); }
    return [question.id, Lianxue.questionForm.make(question, {
      number: question.number, total: totals[index.quiz[row]], label: index.type_labels[index.type[row]],
      difficulty: index.difficulty[row] < 0 ? "" : index.difficulties[index.difficulty[row]],
    }).outerHTML];
  }));
  return { forms, materials: Array.from(materials), urls: index.quiz_urls };
}"""


def test_forms_made_in_the_browser_equal_the_quizzes_own(
    reader: Page, over_http: Place, small_over_http: Place
) -> None:
    """Every question of both banks and every shared material, but for blanks between elements."""
    for place in (over_http, small_over_http):
        reader.goto(place.url("practice/session.html"))
        made = reader.evaluate(MAKE)
        built_forms: dict[str, str] = {}
        built_materials: list[str] = []
        for url in made["urls"]:
            reader.goto(place.url(url))
            built_forms |= reader.evaluate(FORMS)
            built_materials += reader.evaluate(MATERIALS)
        assert len(built_forms) == len(place.questions())
        for question, built in built_forms.items():
            assert _normal(made["forms"][question]) == _normal(_as_built(built))
        assert [_normal(text) for text in made["materials"]] == [_normal(text) for text in built_materials]


def _normal(html: str) -> str:
    """Without blanks between elements."""
    return re.sub(r"\s*(<[^>]+>)\s*", r"\1", re.sub(r"\s+", " ", html)).strip()


def _as_built(html: str) -> str:
    """The quiz page's own script only ever tells the live region whether to speak."""
    return html.replace(' aria-live="off"', "")
