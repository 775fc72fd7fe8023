"""What axe-core finds on a page, as one line for each violation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from playwright.sync_api import Page, expect

Screen = tuple[int, str]  # its width, and whether 护眼 is on: "light" or "dark"
EVERY_SCREEN: Sequence[Screen] = ((1280, "light"), (390, "light"), (390, "dark"), (1280, "dark"))
# For a page in one of its states: what the other two would show is seen on the page's other states.
TWO_SCREENS: Sequence[Screen] = ((1280, "light"), (390, "dark"))
_RUN = """async () => {
  await Promise.all(document.getAnimations().map(animation => animation.finished.catch(() => undefined)));
  const { violations } = await axe.run(document, { resultTypes: ["violations"] });
  return violations.flatMap(rule => rule.nodes.map(node => ({ rule: rule.id, at: node.target.join(" "), why: node.failureSummary })));
}"""
_SCHEMES = {"light": "default", "dark": "slate"}


def violations(page: Page, axe: str, screens: Sequence[Screen] = TWO_SCREENS) -> list[str]:
    """Everything that axe-core (`axe`, its script) finds on the page as it is now, on each of the screens."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe)
    found: list[str] = []
    for width, scheme in screens:
        page.set_viewport_size({"width": width, "height": 900})
        body = page.locator("body")
        if body.get_attribute("data-md-color-scheme") != _SCHEMES[scheme]:
            page.evaluate("document.querySelector('[data-lx-switch=dark]').click()")
        expect(body).to_have_attribute("data-md-color-scheme", _SCHEMES[scheme])
        results: list[dict[str, Any]] = page.evaluate(_RUN)
        found += [f"{scheme} {width}px {one['rule']} {one['at']}\n  {one['why']}" for one in results]
    return found
