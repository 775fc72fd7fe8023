"""The version behind the addresses of styles and scripts."""

from __future__ import annotations

from pathlib import Path

from tests.support.project import write

from lianxue.rendering.assets import read_assets_version


def test_the_version_changes_with_what_is_published(tmp_path: Path) -> None:
    """With a file's bytes, with its name, and with the rules by which scripts are published."""
    assets, rules = tmp_path / "assets", tmp_path / "scripts.py"
    write(assets / "a.js", "1")
    write(rules, "BUNDLES = {}")
    versions = [read_assets_version(assets, rules), read_assets_version(assets, rules)]
    write(rules, "BUNDLES = {'b': ['a']}")
    versions.append(read_assets_version(assets, rules))
    write(assets / "a.js", "2")
    versions.append(read_assets_version(assets, rules))
    (assets / "a.js").rename(assets / "b.js")
    versions.append(read_assets_version(assets, rules))
    assert [versions.index(version) for version in versions] == [0, 0, 2, 3, 4]
