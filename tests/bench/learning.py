"""Measure the learner's side on a large portal, by hand: `python tests/bench/learning.py [--keep FOLDER] [--runs N] [--profile]`.

A bank of 10,000 questions in 200 quizzes is generated (the same on every machine, portal.py), built with the project's own
settings, hooks and theme, and opened in a real Chromium with a record of 50,000 events on disk: over http on a host name that is
no secure context, and as files. One JSON object a scheme is printed, one a line; all times are medians of `--runs` unless said
otherwise, all milliseconds:

interactive_ms              from the start of navigation to practice/index.html until its view says that it can be used
                            (data-lx-ready) and the main thread has painted and answered a timer; the http cache is off
interactive_6x_ms           the same with the processor slowed to a sixth
facts_ms, facts_6x_ms       until the facts of the record stand on it too (mistakes, reviews); no goal is set for them
session_interactive_ms      the same for practice/session.html?mode=random, and
session_interactive_6x_ms   with the processor slowed
next_ms                     from pressing 下一题 in that session until the next form is in the page; 95th percentile of 30
draw_ms                     drawing a 组卷方案 of 100 questions by the record, in exams.html; 95th percentile of 20
record_ms                   recordStore.events() on a page that has not opened the database yet, through the frame on file://
heap_mb                     JavaScript heap after garbage collection, the larger of practice and session page; in units of 2^20 bytes
reading_page_script_gz_kb   gzip of all our scripts and shards that a lesson loads when it is only read, with an empty record;
                            Material's bundle is not ours; in units of 1,000 bytes

The goals, for a machine of two cores: 1000, 3000, next 50, draw 200, record 500, heap 60, scripts 40. `--keep` leaves the project
and its site in a folder and uses them again; `--profile` also prints, to stderr, which functions a page's start spends its time in, and the scripts
that a lesson loads. A `load_average` above 1 or so means that others were at work on the machine: believe the figures less.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]

if __name__ == "__main__":
    # as a module, so that it can import what the browser stories use
    command = [sys.executable, "-m", "tests.bench.measuring", "--from", str(Path.cwd()), *sys.argv[1:]]
    sys.exit(subprocess.run(command, cwd=REPOSITORY, check=False).returncode)
