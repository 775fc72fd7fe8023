"""A plan or what was done by it as JSON, for programs and for a page with buttons."""

from __future__ import annotations

import json
from dataclasses import asdict

from desk.importing.places import place_of
from desk.importing.plan import ApplyReport, ImportPlan, PlannedQuestion
from desk.importing.report_view import report_view


def plan_json(plan: ImportPlan, applied: ApplyReport | None = None) -> str:
    """The whole plan; `written` names the files that were written, if they were."""
    view = report_view(plan, is_written=applied is not None)
    return json.dumps(
        {
            "into": view.into,
            "verdict": view.verdict,
            "stops": view.stops,
            "remarks": view.remarks,
            "counts": {
                "found": view.found,
                "fates": dict(view.fates),
                "types": dict(view.types),
                "unsettled": len(plan.unsettled),
                "to_fill": dict(view.to_fill),
            },
            "questions": [_question(question) for question in plan.questions],
            "untouched": [asdict(one) for one in plan.untouched],
            "lines": [
                {
                    "file": row.line.file,
                    "where": row.line.where,
                    "text": row.line.text,
                    "questions": row.questions,
                    "reason": row.reason,
                    "unsure": row.is_unsure,
                }
                for account in view.accounts
                for row in account.rows
            ],
            "files": sorted(plan.after),
            "written": list(applied.written) if applied else [],
        },
        ensure_ascii=False,
        indent=1,
    )


def _question(question: PlannedQuestion) -> dict[str, object]:
    return {
        "question": question.number,
        "place": place_of(question.draft),
        "fate": question.fate.name,
        "path": question.path,
        "id": question.id,
        "fields": question.fields,
        "doubts": question.doubts,
        "remarks": question.remarks,
        "reason": question.reason,
        "changes": [asdict(change) for change in question.changes],
        "near": [asdict(near) for near in question.near],
    }
