"""learning/backup.js and record.union: a record as one file, and two records made one."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

SCRIPTS = ["record_pack", "record", "learning/backup"]
SITE, MADE = "lianxue", "2026-11-22 09:30"
UNCHANGED = "现有的学习记录没有改动。"
Event = dict[str, Any]


def event(number: int, **change: Any) -> Event:
    """An event as the record keeps it."""
    payload = {"question": f"q/{number}", "revision": "r1", "response": ["A"], "verdict": "wrong", "share": 0}
    place = {"id": f"id-{number}", "device": "a", "sequence": number, "time": 1000 + number}
    dated = {"date": "2026-11-20", "offset": 480, "kind": "response", "schema": 1, "payload": payload}
    return {**place, **dated, **change}


# Few ids and few contents, so that the same id with another content is common.
events = st.builds(
    lambda number, device, sequence, text: event(
        number, device=device, sequence=sequence, payload={"text": text}
    ),
    st.integers(1, 6),
    st.sampled_from("ab"),
    st.integers(0, 3),
    st.sampled_from(["廉", "洁\n", "\ud83d\ude00", '"']),
)
records = st.lists(events, max_size=6)


def sealed(content: dict[str, Any], list_of_events: Any) -> str:
    """A file with a right checksum, whatever it holds."""
    text = json.dumps(list_of_events, ensure_ascii=False, separators=(",", ":"))
    seal = f"{zlib.crc32(text.encode('utf-16-le')):08x}"
    head = {"format": "lianxue-record", "schema": 1, "site": SITE, "person": "", "made": MADE}
    count = len(list_of_events) if isinstance(list_of_events, list) else 0
    return json.dumps({**head, "count": count, "checksum": seal, **content, "events": list_of_events})


@given(st.lists(st.tuples(records, records, records), min_size=60, max_size=60))
@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
def test_union_is_idempotent_commutative_and_associative(call: Callable[..., Any], triples: Any) -> None:
    """However backups are merged, in whatever order and how often, the same record comes out."""
    ways = []
    for one, other, third in triples:
        ways += [[one, other, third], [third, one, other], [one, other, third, other, one]]
    unions = call(SCRIPTS, *[("record.union", [way]) for way in ways])
    first = call(SCRIPTS, *[("record.union", [[one, other]]) for one, other, _ in triples])
    nested = call(
        SCRIPTS, *[("record.union", [[pair, t[2]]]) for pair, t in zip(first, triples, strict=True)]
    )

    def as_set(found: list[Event]) -> set[str]:
        assert len({item["id"] for item in found}) == len(found)
        return {json.dumps(item, sort_keys=True) for item in found}

    for place, (one, other, third) in enumerate(triples):
        results = [as_set(found) for found in (*unions[place * 3 : place * 3 + 3], nested[place])]
        assert all(result == results[0] for result in results)
        assert {json.loads(item)["id"] for item in results[0]} == {item["id"] for item in one + other + third}


@given(st.lists(records, min_size=60, max_size=60))
@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_backup_read_back_is_the_record(call: Callable[..., Any], many: list[list[Event]]) -> None:
    """Nothing is lost on the way to a file and back, and the order of reading leaves no trace in its bytes."""
    texts = call(SCRIPTS, *[("backup.make", [record, "王五", SITE, MADE]) for record in many])
    shuffled = call(SCRIPTS, *[("backup.make", [record[::-1], "王五", SITE, MADE]) for record in many])
    assert texts == shuffled
    readings = call(SCRIPTS, *[("backup.read", [text, SITE]) for text in texts])
    unions = call(SCRIPTS, *[("record.union", [[record]]) for record in many])
    for reading, union in zip(readings, unions, strict=True):
        assert (reading["refused"], reading["person"], reading["made"]) == ("", "王五", MADE)
        assert sorted(map(json.dumps, reading["events"])) == sorted(map(json.dumps, union))


def test_a_backup_is_one_readable_file(call: Callable[..., Any]) -> None:
    """It names format, site, person and day, counts its events, and has an event a line."""
    (text,) = call(SCRIPTS, ("backup.make", [[event(2), event(1)], "王五", SITE, MADE]))
    content = json.loads(text)
    assert [item["id"] for item in content.pop("events")] == ["id-1", "id-2"]
    seal = content.pop("checksum")
    head = {"format": "lianxue-record", "schema": 1, "site": SITE, "person": "王五", "made": MADE, "count": 2}
    assert content == head
    lines = text.splitlines()
    assert len(lines) == 4
    events_text = "[" + "".join(lines[1:3]) + "]"
    assert seal == f"{zlib.crc32(events_text.encode('utf-16-le')):08x}"


WHOLE = sealed({}, [event(1), event(2)])


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "这个文件读不完整：可能没有拷贝完，也可能不是备份文件。"),
        (WHOLE[:-20], "这个文件读不完整：可能没有拷贝完，也可能不是备份文件。"),
        ("[1, 2]", "这个文件不是学习记录的备份。"),
        ("null", "这个文件不是学习记录的备份。"),
        (sealed({"format": "other"}, []), "这个文件不是学习记录的备份。"),
        (sealed({"site": "elsewhere"}, [event(1)]), "这份备份是另一个学习园地的，不能并入本站的记录。"),
        (sealed({"schema": 2}, {"new": "shape"}), "这份备份由更新的版本做成，本版本读不了，请用新版本恢复。"),
        (sealed({}, [event(1, schema=2)]), "这份备份由更新的版本做成，本版本读不了，请用新版本恢复。"),
        (WHOLE.replace("wrong", "correct"), "备份的内容与校验码不一致，可能损坏或被改动过。"),
        (sealed({"count": 3}, [event(1)]), "备份的内容与校验码不一致，可能损坏或被改动过。"),
        (sealed({}, {"not": "a list"}), "备份中有的记录格式不对，可能损坏或被改动过。"),
        (sealed({}, [event(1, sequence="1")]), "备份中有的记录格式不对，可能损坏或被改动过。"),
        (sealed({}, [event(1, date="yesterday")]), "备份中有的记录格式不对，可能损坏或被改动过。"),
        (sealed({}, [event(1, payload=None)]), "备份中有的记录格式不对，可能损坏或被改动过。"),
        (sealed({"person": 7}, [event(1)]), "备份中有的记录格式不对，可能损坏或被改动过。"),
        (sealed({}, [0] * 200_001), "文件太大，不像学习记录的备份。"),
    ],
)
def test_what_is_refused_says_why(call: Callable[..., Any], text: str, sentence: str) -> None:
    """Truncated, foreign, of another site, newer, damaged, oversized: one sentence each, and nothing to merge."""
    (reading,) = call(SCRIPTS, ("backup.read", [text, SITE]))
    assert reading == {"refused": sentence + UNCHANGED}


def test_every_cut_is_refused(call: Callable[..., Any]) -> None:
    """Wherever copying stopped, the rest is not taken for a record."""
    (text,) = call(SCRIPTS, ("backup.make", [[event(1), event(2)], "", SITE, MADE]))
    readings = call(SCRIPTS, *[("backup.read", [text[:end], SITE]) for end in range(len(text) - 2)])
    assert {reading["refused"] for reading in readings} == {
        "这个文件读不完整：可能没有拷贝完，也可能不是备份文件。" + UNCHANGED
    }


def test_what_cannot_be_read_is_passed_over(call: Callable[..., Any]) -> None:
    """A text cut in half, no list, an event of wrong shape: each counts, the others are read."""
    texts = [
        json.dumps([event(1), event(2)]),
        json.dumps([event(3)])[:-9],
        '"x"',
        json.dumps([event(4), {"id": 5}, None]),
    ]
    (found,) = call(SCRIPTS, ("record.unpack", [{"texts": texts, "unreadable": 1}]))
    assert [item["id"] for item in found["events"]] == ["id-1", "id-2", "id-4"]
    assert found["unreadable"] == 5
