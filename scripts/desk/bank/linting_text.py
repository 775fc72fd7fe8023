"""Put what a lint found into words: lines for people, JSON for programs."""

from __future__ import annotations

import json

from desk.bank.linting import LintReport
from desk.bank.linting_model import LintFinding
from lianxue.content.vocabulary import LINT_RULES

NOTHING_FOUND = "没有要改进的地方"


def lint_lines(report: LintReport) -> list[str]:
    """One line a finding, then what is waived and why, then the count."""
    waived = [f"{finding}（免检：{finding.reason}）" for finding in report.waived]
    lacks = {
        "没有解析": report.without_explanation,
        "没有依据": report.without_citation,
        "待确认": report.unsettled,
    }
    said = "".join(f"；{name} {number} 道" for name, number in lacks.items() if number)
    found = f"提示 {len(report.findings)} 处" if report.findings else NOTHING_FOUND
    more = f"，免检 {len(report.waived)} 处" if report.waived else ""
    ending = f"看了 {report.quizzes} 套自测题的 {report.questions} 道题：{found}{more}{said}。"
    return [*(f"{finding}【{_mark(finding)}】" for finding in report.findings), *waived, ending]


def _mark(finding: LintFinding) -> str:
    """The level, and the rule's name where a question can waive it by that."""
    return f"提示 {finding.rule}" if finding.rule in LINT_RULES else "提示"


def lint_json(report: LintReport) -> str:
    """The same as JSON."""
    return json.dumps(
        {
            "findings": [_finding(finding) for finding in report.findings],
            "waived": [_finding(finding) for finding in report.waived],
            "counts": {
                "quizzes": report.quizzes,
                "questions": report.questions,
                "without_explanation": report.without_explanation,
                "without_citation": report.without_citation,
                "unsettled": report.unsettled,
            },
        },
        ensure_ascii=False,
        indent=2,
    )


def _finding(finding: LintFinding) -> dict[str, object]:
    return {
        "path": finding.place.path,
        "line": finding.place.line,
        "column": finding.place.column,
        "rule": finding.rule,
        "message": finding.message,
        "questions": list(finding.questions),
        "reason": finding.reason,
    }
