"""Measure the site's search on any folder of Markdown: `python tests/bench/search.py --corpus DIR --queries FILE`.

A project is made of the folder with the repository's own settings, hooks, theme and synonyms, built, and opened in a real browser,
where `Lianxue.search.query(text, limit)` is asked. One JSON object is printed; bytes are bytes, a unit MB is 2^20 of them.

  --corpus DIR       the pages; other files of the folder come along
  --queries FILE     [{"id", "cat", "q", "targets": [{"base", "a"}]}]: `a` is the heading's id, or null for any row of the page
  --pages FILE       [{"base", "file"}], `file` seen from the list's folder; several pages may share a base. Without it a page's bases
                     are its first `# ` title as it is, without 中华人民共和国, without 【…】, without both, and its file's name
  --browser NAME     chromium (default) or firefox; what only the DevTools of Chromium can measure is null in Firefox
  --scheme NAME      http (default; a host name that is no secure context, below a sub-path) or file
  --scale N          fill the corpus up to N pages with varied copies of its pages (search_copies.py); targets are still the originals
  --with LIST        material, pagefind: the same pages and queries with these, for comparison (over http, in Chromium)
  --skip-ours        only those of --with
  --runs N           fresh starts measured, each with another query; default 5
  --slowdown N       how much slower the processor is for `first_result_6x_ms`; default 6
  --keep DIR         leave project and sites there, and use them again as long as nothing that made them has changed
  --misses           say, on stderr, which queries have no target in the first row, and what came instead

recall5, mrr, hit1   share of queries with a target among the first five rows; mean of 1/rank of the first target within ten rows;
                     share with a target in the first row. Queries without targets do not count. `categories` has them by `cat`
zero                 queries without any row
meta_*, postings_*, texts_*, sounds_*
                     all files of that kind: `_gz` is the sum of each file's gzip, without it the raw size
page_script_gz       search scripts and styles of a page that is only read; `page_index_gz` is the same for index files (goal: none)
first_wire_gz        everything that a fresh page loads from the first query to its answer: scripts, styles, meta, shards (gzip of
                     each); median of the fresh starts, `first_wire_max_gz` the largest. The dialog's own files come with opening it:
                     `open_wire_gz` has them too
first_result_ms      fresh browser context, page loaded and idle: from `Lianxue.search.open(text)` until the first row of its list
                     is in the page and painted; median of the fresh starts. `first_result_max_ms` is the slowest
first_result_6x_ms   the same with the processor slowed
first_query_ms       the same without the dialog: from `Lianxue.search.query(text, 10)` to its rows; `first_query_6x_ms` slowed
loading_p50_ms, loading_p95_ms
                     every query once, in one page, shards coming as they are needed
warm_p50_ms, warm_p95_ms
                     every query again, three times over (one blank more each time, so that no answer kept by its text helps); with
                     the others 60 queries, once
long_task_ms         longest time that the main thread did not answer during warm queries, by messages that the page sends itself
heap_mb              JavaScript heap of the page after all queries and garbage collection; `heap_before_mb` before the first
build_s              the index alone, by its builder, in a fresh process from the HTML of the pages, without a cache;
build_one_page_s     one page changed, with the cache of that; search_building.py says how
site_build_s         the whole `mkdocs build`, cold

Material's index is searched by its own worker: first_query_ms is from asking for index and worker to the first answer. Of Pagefind
the three best headings a page count, as its interface shows them. Both are fed from a plain Material site of the same pages; their
heap lies in workers and is not measured, and the words of Material's index are cut by jieba only where that is installed. A
`load_average` above 1 or so means that others were at work on the machine: believe the times less.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]

if __name__ == "__main__":
    # as a module, so that it can import what the browser stories use
    command = [sys.executable, "-m", "tests.bench.search_measuring", "--from", str(Path.cwd()), *sys.argv[1:]]
    sys.exit(subprocess.run(command, cwd=REPOSITORY, check=False).returncode)
