"""Prepare pages and join their lists, in one process or in several that come to the same."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection

from lianxue.rendering.search_pages import PreparedPage, fold_sections, parse_sections, prepare_page
from lianxue.rendering.search_postings import join_lists, join_pages
from lianxue.rendering.search_records import SearchPage
from lianxue.rendering.search_terms import Variants

_WORTH_A_PROCESS = 1_000_000  # characters of HTML and text for each
_MOST_PROCESSES = 4
# A page, with what the last build made of it if it has not changed since.
Job = tuple[SearchPage, PreparedPage | None]
Result = tuple[list[PreparedPage], dict[str, str]]


def make_lists(jobs: Sequence[Job], variants: Variants, processes: int) -> Result:
    """Every page prepared, and the lists of all of them, by at most so many processes."""
    sizes = [prepared.size if prepared else len(page.html) for page, prepared in jobs]
    processes = min(processes, sum(sizes) // _WORTH_A_PROCESS)
    if processes < 2 or threading.active_count() > 1:  # a forked copy of a locked lock stays locked
        return _work(jobs, 0, variants)
    cuts = _cut(sizes, processes)
    context = multiprocessing.get_context("fork")
    helpers = []
    for start, end in cuts[1:]:
        receiver, sender = context.Pipe(duplex=False)
        helper = context.Process(target=_send, args=(sender, jobs[start:end], start, variants))
        helper.start()
        sender.close()
        helpers.append((helper, receiver))
    prepared, lists = _work(jobs[: cuts[0][1]], 0, variants)
    for (helper, receiver), (start, end) in zip(helpers, cuts[1:], strict=True):
        try:
            more, later = receiver.recv()
        except (EOFError, OSError):  # it died, perhaps for want of memory
            more, later = _work(jobs[start:end], start, variants)
        helper.join()
        prepared += more
        join_lists(lists, later)
    return prepared, lists


def usable_processes() -> int:
    """How many processes can share the work: 1 where the system cannot fork."""
    if not hasattr(os, "sched_getaffinity") or "fork" not in multiprocessing.get_all_start_methods():
        return 1
    return min(len(os.sched_getaffinity(0)), _MOST_PROCESSES)


def _work(jobs: Sequence[Job], first: int, variants: Variants) -> Result:
    prepared: list[PreparedPage] = []

    def folded_pages() -> Iterator[tuple[int, str]]:
        for number, (page, kept) in enumerate(jobs, start=first):
            if kept is None:
                kept, folded = prepare_page(page, variants)
            else:
                folded = fold_sections(parse_sections(kept), variants)
            prepared.append(kept)
            yield number, folded

    lists = join_pages(folded_pages())
    return prepared, lists


def _send(sender: Connection, jobs: Sequence[Job], first: int, variants: Variants) -> None:
    sender.send(_work(jobs, first, variants))
    sender.close()


def _cut(sizes: Sequence[int], parts: int) -> list[tuple[int, int]]:
    """Ranges of about the same size, all pages in them, in order."""
    ends: list[int] = []
    done, total = 0, sum(sizes)
    for number, size in enumerate(sizes, start=1):
        done += size
        if done * parts >= total * (len(ends) + 1) and len(ends) < parts - 1:
            ends.append(number)
    ends += [len(sizes)] * (parts - len(ends))
    return list(zip([0, *ends], ends, strict=False))
