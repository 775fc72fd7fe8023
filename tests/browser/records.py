"""The learner's record as a story writes, reads or damages it."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

# Any file of the site that is no page: its origin has the database, and no script of ours opens it.
PLAIN = "assets/css/tokens.css"
# Of the learner without a name, on either site.
DATABASE = "lianxue-lianxue"

_ANSWER = """names => Lianxue.recordStore.appendAll(names.map(name => ({ kind: "response", payload: {
  question: name, revision: "00000000", response: ["A"], verdict: "wrong", share: 0,
} })))"""
# Works on the database itself: `work` gets it open, in a version of its own where one is asked for.
_RAW = """([name, version, work, given]) => new Promise((resolve, reject) => {
  const request = version ? indexedDB.open(name, version) : indexedDB.open(name);
  request.onupgradeneeded = () => window.upgrade && window.upgrade(request.result);
  request.onerror = () => reject(request.error);
  request.onsuccess = () => {
    const database = request.result;
    const transaction = database.transaction([...database.objectStoreNames], "readwrite");
    const result = {};
    new Function("transaction", "result", "given", work)(transaction, result, given);
    transaction.oncomplete = () => { database.close(); resolve(result); };
    transaction.onabort = () => { database.close(); reject(transaction.error); };
  };
})"""
# The writes from failFrom to failTo throw, counted from 1; the pauses between two tries are none.
FAIL_SOME_WRITES = """
  const originalTimeout = window.setTimeout;
  window.setTimeout = (work, pause, ...given) => originalTimeout.call(window, work, pause < 1000 ? 0 : pause, ...given);
  window.failFrom = Infinity; window.failTo = Infinity; window.writes = 0;
  for (const name of ["add", "put"]) {
    const original = IDBObjectStore.prototype[name];
    IDBObjectStore.prototype[name] = function (...given) {
      window.writes += 1;
      if (window.writes >= window.failFrom && window.writes <= window.failTo) {
        throw new DOMException("disk", "UnknownError");
      }
      return original.apply(this, given);
    };
  }
"""
COUNT = """for (const name of ["events", "packs", "snapshots"]) {
  transaction.objectStore(name).count().onsuccess = (event) => { result[name] = event.target.result; };
}"""


def answer(page: Page, *names: str) -> list[dict[str, Any]]:
    """Append a wrong response to each question named, in one go."""
    return page.evaluate(_ANSWER, list(names))


def events(page: Page) -> list[dict[str, Any]]:
    """The whole record in order."""
    return page.evaluate("Lianxue.recordStore.events().then(Lianxue.record.inOrder)")


def asked(page: Page) -> list[str]:
    """The questions of the record in order."""
    return [event["payload"]["question"] for event in events(page)]


def state(page: Page) -> tuple[str, str]:
    """Whether the record is stored, and why not."""
    now = page.evaluate("Lianxue.recordStore.state()")
    return now["kind"], now["reason"]


def raw(page: Page, database: str, work: str, given: Any = None, version: int = 0) -> Any:
    """Do something to a database behind the scripts' back: `work` sees transaction, result and given."""
    return page.evaluate(_RAW, [database, version, work, given])


def stored_event(number: int, **change: Any) -> dict[str, Any]:
    """A response as version 1 wrote it."""
    payload = {"question": f"q/{number}", "revision": "r1", "response": ["A"], "verdict": "wrong", "share": 0}
    place = {"id": f"id-{number}", "device": "old", "sequence": number, "time": 1_700_000_000_000 + number}
    dated = {"date": "2023-11-15", "offset": 480, "kind": "response", "schema": 1, "payload": payload}
    return {**place, **dated, **change}
