"""Measure suggested citations on our own bank: `python tests/bench/citing.py [FOLDER of official texts]`.

The citations of all questions are hidden. Prints for each case how often a cited article came
first and among five: with the pages as they are, and, where a folder is given, with the official
texts in it imported into a copy of the project; each time with article numbers in explanations
hidden too (`names: false`), and with them read as the command reads them.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path

from desk.bank.citing import Suggestion, suggest
from desk.documents.opening import open_file
from desk.regulations.importing import apply_regulation, plan_reading
from desk.regulations.reading import read_regulation
from lianxue.content.article import parse_label
from lianxue.content.catalog import Catalog, load_catalog

ROOT = Path(__file__).resolve().parents[2]
STEPS = (0.99, 0.95, 0.9, 0.8, 0.7, 0.5, 0.0)  # least confidences


def main(arguments: list[str]) -> None:
    """Print one JSON line a case."""
    report("as shipped", load_catalog(ROOT))
    if arguments:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            for name in ("docs", "quizzes"):
                shutil.copytree(ROOT / name, root / name)
            imported = import_texts(root, Path(arguments[0]))
            report(f"with official texts: {', '.join(imported)}", load_catalog(root))


def import_texts(root: Path, folder: Path) -> list[str]:
    """Put into every page in force the newest text of the folder that has its title and its articles."""
    imported = []
    for regulation in load_catalog(root).regulations.values():
        for file in sorted(folder.glob(f"{regulation.title}*"), reverse=True):
            reading = read_regulation(open_file(file))
            if not regulation.is_stale and reading.articles == regulation.articles:
                apply_regulation(plan_reading(root, reading, regulation.id, today=date(2026, 1, 1)))
                imported.append(regulation.id)
                break
    return imported


def report(case: str, catalog: Catalog) -> None:
    """The shares of one case, and the questions whose first candidate is not cited."""
    for names in (False, True):
        hits: list[tuple[float, bool]] = []  # (confidence, whether the first is cited)
        among = first_cited = 0
        missed = []
        for quiz in catalog.quizzes.values():
            for found in suggest(catalog, quiz, everything=True, with_names=names):
                wanted = cited(found, catalog)
                proposed = [place(item.cite, quiz.regulation, catalog) for item in found.candidates]
                is_hit = bool(proposed) and proposed[0] in wanted
                hits.append((found.candidates[0].confidence if proposed else 0.0, is_hit))
                among += any(item in wanted for item in proposed)
                first_cited += bool(proposed) and proposed[0] == wanted[0]
                missed += [] if is_hit else [found.question.full_id]
        total = len(hits)
        row = {
            "case": case,
            "names": names,
            "questions": total,
            "first": share(sum(hit for _sure, hit in hits), total),
            "first_is_first_cited": share(first_cited, total),
            "among_five": share(among, total),
            "by_confidence": {str(step): right_above(hits, step) for step in STEPS},
            "missed": missed,
        }
        print(json.dumps(row, ensure_ascii=False))


def right_above(hits: list[tuple[float, bool]], least: float) -> dict[str, float]:
    """How many first candidates are at least so sure, and how many of them are right."""
    chosen = [hit for sure, hit in hits if sure >= least]
    return {"accepted": len(chosen), "right": share(sum(chosen), len(chosen))}


def cited(found: Suggestion, catalog: Catalog) -> list[tuple[str, str]]:
    """What the question cites: (regulation, article or preamble)."""
    return [
        (regulation.id, item.article.label if item.article else regulation.preamble)
        for item in found.question.citations
        if (regulation := catalog.titles.get(item.regulation))
    ]


def place(cite: str, own: str, catalog: Catalog) -> tuple[str, str]:
    """The same of a proposal: 《……》第十条第二款, or 第十条 of the quiz's own regulation."""
    title, _bracket, label = (
        cite.removeprefix("《").rpartition("》") if cite.startswith("《") else (own, "", cite)
    )
    parsed = parse_label(label)
    return catalog.titles[title].id, parsed[0].label if parsed else label


def share(part: int, whole: int) -> float:
    """A share of three digits."""
    return round(part / whole, 3) if whole else 0.0


if __name__ == "__main__":
    main(sys.argv[1:])
