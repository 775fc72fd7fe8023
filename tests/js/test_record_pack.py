"""Events as a short text and back: nothing is lost, whatever they hold."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

SCRIPTS = ["record_pack", "record"]
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**40), 2**40) | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)
PAYLOADS = st.fixed_dictionaries(
    {"question": st.sampled_from(["a/1", "a/2", "b/1"]), "share": st.sampled_from([0, 0.5, 1])}
) | st.dictionaries(st.sampled_from(["__proto__", "constructor", "7", "on", "text"]), VALUES, max_size=3)
EVENTS = st.fixed_dictionaries(
    {
        "id": st.uuids().map(str) | st.text(min_size=1, max_size=4),
        "device": st.sampled_from(["here", "there", "__proto__"]),
        "sequence": st.integers(0, 2**53 - 1),
        "time": st.integers(-(10**12), 4 * 10**12) | st.just(1.5),
        "date": st.sampled_from(["2026-02-10", "2026-02-11"]),
        "offset": st.sampled_from([480, -60]),
        "kind": st.sampled_from(["response", "star", "later"]),
        "schema": st.integers(1, 2),
        "payload": PAYLOADS,
    },
    optional={"more": VALUES},
)


def sorted_json(event: Any) -> str:
    """An event as text; JavaScript puts keys that are numbers first."""
    return json.dumps(event, sort_keys=True)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lists=st.lists(st.lists(EVENTS, max_size=8), min_size=5, max_size=5))
def test_what_is_packed_comes_back(call: Callable[..., Any], lists: list[list[dict[str, Any]]]) -> None:
    """The same events with the same keys and values, regular or not."""
    texts = call(SCRIPTS, *[("recordPack.pack", [events]) for events in lists])
    back = call(SCRIPTS, *[("record.unpack", [{"texts": [text], "unreadable": 0}]) for text in texts])
    for events, unpacked in zip(lists, back, strict=True):
        once = {event["id"]: event for event in events}
        assert unpacked["unreadable"] == 0
        if len(once) == len(events):
            assert sorted(map(sorted_json, unpacked["events"])) == sorted(map(sorted_json, events))


def response(number: int) -> dict[str, Any]:
    """One of many responses as a learner gives them."""
    return {
        "id": f"aaaaaaaa-bbbb-4ccc-8ddd-{number:012}",
        "device": "0d9f5d3e-1111-4ccc-8ddd-123456789012",
        "sequence": number + 1,
        "time": 1_760_000_000_000 + 60_000 * number,
        "date": "2026-01-02",
        "offset": 480,
        "kind": "response",
        "schema": 1,
        "payload": {
            "question": f"rules/q{number % 300}",
            "response": ["A"],
            "verdict": "correct",
            "share": 1,
        },
    }


def test_a_pack_is_short(call: Callable[..., Any]) -> None:
    """A thousand responses take less than a third of their plain JSON."""
    events = [response(number) for number in range(1000)]
    (text,) = call(SCRIPTS, ("recordPack.pack", [events]))
    assert len(text) < len(json.dumps(events, separators=(",", ":"))) / 3


def test_plain_lists_are_read_too(call: Callable[..., Any]) -> None:
    """The loose events of a record, and copies, come as the JSON of a list."""
    events = [response(number) for number in range(3)]
    (read,) = call(SCRIPTS, ("record.unpack", [{"texts": [json.dumps(events)], "unreadable": 0}]))
    assert read == {"events": events, "unreadable": 0}


@pytest.mark.parametrize("damage", ["cut", "later", "null", "columns"])
def test_damage_is_counted_and_passed_over(call: Callable[..., Any], damage: str) -> None:
    """A text cut short, of a later version or without its columns is one unreadable piece; the others are read."""
    events = [response(number) for number in range(10)]
    (whole,) = call(SCRIPTS, ("recordPack.pack", [events]))
    broken = {
        "cut": whole[: len(whole) // 2],
        "later": whole.replace('"form":1', '"form":2'),
        "null": "null",
        "columns": json.dumps({"form": 1, "ids": "", "sequence": [1], "time": [1]}),
    }[damage]
    (read,) = call(SCRIPTS, ("record.unpack", [{"texts": [broken, whole], "unreadable": 0}]))
    assert (len(read["events"]), read["unreadable"]) == (10, 1)
