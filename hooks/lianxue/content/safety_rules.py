"""Note the secrets of a text as problems."""

from __future__ import annotations

from lianxue.content.safety import Finding, SecretKind, find_secrets
from lianxue.reading.problem import Place, Report

_RULES = {
    SecretKind.SECRET_MARK: "secret-mark",
    SecretKind.EXAM_MARK: "secret-mark",
    SecretKind.SECRET_LABEL: "secret-label",
    SecretKind.IDENTITY_NUMBER: "identity-number",
}
BLOCKING_RULES = frozenset({"secret-mark", "identity-number"})
_ADVICE = {
    SecretKind.SECRET_MARK: (
        "涉密内容不能放进本站，请按保密规定处理；如果只是讲解怎样标注，请写成“密级★保密期限”"
    ),
    SecretKind.EXAM_MARK: "请删去",
    SecretKind.SECRET_LABEL: "请确认这份材料可以公开",
    SecretKind.IDENTITY_NUMBER: "请删去，不要发布个人信息",
}
_LOOK = "请确认可以公开，否则删去"


def check_secrets(text: str, path: str, report: Report) -> None:
    """Note the secrets of one text at their places; no message repeats one."""
    line, counted = 1, 0  # lines up to the last find: a long file is counted once
    for finding in find_secrets(text):
        line += text.count("\n", counted, finding.start)
        counted = finding.start
        place = Place(path, line, finding.start - text.rfind("\n", 0, finding.start))
        report.note(place, _RULES.get(finding.kind, "personal-data"), secret_sentence(finding))


def secret_sentence(finding: Finding) -> str:
    """What was found and what to do, with the find masked."""
    return f"发现{finding.kind.value}（{finding.masked}）：{_ADVICE.get(finding.kind, _LOOK)}"
