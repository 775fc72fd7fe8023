"""Replacing the last good site by a new one."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from desk.building.site_folder import check_site_dir, replaced_site, swap_in, tidy, tidy_if_free
from desk.failures import DeskError

WriteSite = Callable[..., Path]
Tree = Callable[[Path], dict[str, bytes]]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with nothing but its folders."""
    root = tmp_path / "廉学 项目"
    for name in ("docs", "quizzes", "hooks", "overrides", "scripts"):
        (root / name).mkdir(parents=True)
    return root


def home(site: Path) -> str:
    return (site / "index.html").read_text(encoding="utf-8")


def test_a_finished_site_takes_the_place_of_the_last_one(root: Path, write_site: WriteSite) -> None:
    """After the block the folder holds the new site, and nothing of ours lies beside it."""
    site = write_site(root / "site", text="旧的")
    (site / "gone.html").write_text("", encoding="utf-8")
    with replaced_site(site) as new:
        write_site(new, text="新的")
        assert "旧的" in home(site)
    assert "新的" in home(site)
    assert not (site / "gone.html").exists()
    assert [entry.name for entry in root.iterdir() if entry.name.startswith(".")] == []


def test_a_failed_build_leaves_the_last_site(root: Path, write_site: WriteSite, tree: Tree) -> None:
    """An exception inside the block changes no byte of the last good site."""
    site = write_site(root / "site")
    before = tree(root)
    with pytest.raises(RuntimeError), replaced_site(site) as new:
        write_site(new, text="半成品")
        raise RuntimeError
    assert tree(root) == before


def test_a_first_site_makes_its_parent_folders(tmp_path: Path, write_site: WriteSite) -> None:
    """A site folder that does not exist yet is made with all folders above it."""
    site = tmp_path / "发布" / "学习 园地"
    with replaced_site(site) as new:
        write_site(new)
    assert "首页" in home(site)


@pytest.mark.parametrize("failing", [1, 2])
def test_a_rename_that_fails_brings_the_last_site_back(
    root: Path, write_site: WriteSite, tree: Tree, failing: int
) -> None:
    """Where the system refuses either rename, the last good site is in its place again."""
    site = write_site(root / "site", text="旧的")
    write_site(root / ".site-new", text="新的")
    before = tree(site)
    calls = []

    def rename(source: Path, target: Path) -> None:
        calls.append(source)
        if len(calls) == failing:
            raise PermissionError(13, "in use", str(source))
        source.rename(target)

    with pytest.raises(PermissionError):
        swap_in(site, rename)
    assert tree(site) == before


@pytest.mark.parametrize("completed_renames", [0, 1, 2])
def test_a_kill_at_any_rename_is_repaired_by_the_next_run(
    root: Path, write_site: WriteSite, completed_renames: int
) -> None:
    """Killed before, between or after the renames: `tidy` leaves one whole site and no side folder."""
    site = write_site(root / "site", text="旧的")
    write_site(root / ".site-new", text="新的")
    calls = []

    class Killed(BaseException):
        pass

    def rename(source: Path, target: Path) -> None:
        if len(calls) == completed_renames:
            raise Killed
        calls.append(source)
        source.rename(target)

    if completed_renames == 2:  # killed while the old site is being removed
        site.rename(root / ".site-old")
        (root / ".site-new").rename(site)
        (root / ".site-old" / "index.html").unlink()
    else:
        with pytest.raises(Killed):
            swap_in(site, rename)
    tidy(site)
    assert ("新的" if completed_renames == 2 else "旧的") in home(site)
    assert not (root / ".site-new").exists()
    assert not (root / ".site-old").exists()


def test_tidying_a_clean_place_changes_nothing(site: Path, tree: Tree) -> None:
    """Without leftovers `tidy` touches nothing."""
    before = tree(site.parent)
    tidy(site)
    assert tree(site.parent) == before


def test_two_builds_at_once_do_not_meet(root: Path, write_site: WriteSite) -> None:
    """The second run is turned away, and tidying waits, while the first is at work."""
    site = root / "site"
    with replaced_site(site) as new:
        with pytest.raises(DeskError) as refusal, replaced_site(site):
            pass
        tidy_if_free(site)
        assert new.exists()
        write_site(new)
    assert str(refusal.value) == f"另一个命令正在写 {site}：请等它结束后再试"
    assert site.exists()


def test_a_folder_with_other_files_is_refused(root: Path, tmp_path: Path) -> None:
    """A folder that holds something else than a site of ours is never replaced."""
    folder = tmp_path / "照片"
    folder.mkdir()
    (folder / "a.jpg").write_bytes(b"x")
    with pytest.raises(DeskError) as refusal:
        check_site_dir(root, folder)
    assert (
        str(refusal.value) == f"{folder} 里有别的文件，看不出是廉学生成的网站，没有动它：请另选一个空文件夹"
    )


@pytest.mark.parametrize("where", [".", "..", "/"])
def test_the_project_and_what_holds_it_are_refused(root: Path, where: str) -> None:
    """The project's own folder and every folder above it are never replaced."""
    folder = (root / where).resolve()
    with pytest.raises(DeskError) as refusal:
        check_site_dir(root, root / where)
    assert str(refusal.value) == f"{folder} 里放着廉学本身，不能用来放网站：请另选一个文件夹"


@pytest.mark.parametrize("where", ["docs", "quizzes/x", "hooks", "overrides/assets", ".git"])
def test_content_folders_are_refused(root: Path, where: str) -> None:
    """A site inside the content would be read as content."""
    with pytest.raises(DeskError) as refusal:
        check_site_dir(root, root / where)
    assert str(refusal.value) == f"{root / where} 在廉学自己的文件夹里，不能用来放网站：请另选一个文件夹"


@pytest.mark.parametrize("where", [".venv", "node_modules", "dist/site", "wheels", ".git"])
def test_folders_of_the_tools_are_refused_before_they_exist(root: Path, where: str) -> None:
    """A site under a name that a tool will fill or empty would be lost or in its way."""
    assert not (root / where).exists()
    with pytest.raises(DeskError) as refusal:
        check_site_dir(root, root / where)
    assert str(refusal.value) == f"{root / where} 在廉学自己的文件夹里，不能用来放网站：请另选一个文件夹"


def test_a_file_is_refused(root: Path) -> None:
    """A site folder that is a file is told apart."""
    (root / "site").write_text("", encoding="utf-8")
    with pytest.raises(DeskError) as refusal:
        check_site_dir(root, root / "site")
    assert str(refusal.value) == f"{root / 'site'} 是文件，不是文件夹：请另选一个文件夹"


def test_own_and_empty_and_new_folders_are_taken(root: Path, site: Path, tmp_path: Path) -> None:
    """A site of ours, an empty folder and a name not yet used are all fine."""
    (tmp_path / "空").mkdir()
    for folder in (site, tmp_path / "空", tmp_path / "还没有", root / "site"):
        assert check_site_dir(root, folder) == folder


def test_a_site_that_mkdocs_left_half_built_is_ours(root: Path, site: Path) -> None:
    """What plain `mkdocs build` leaves when it is killed can be replaced."""
    (site / "index.html").unlink()
    assert check_site_dir(root, site) == site


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_to_the_site_stays_a_link(root: Path, site: Path, tmp_path: Path) -> None:
    """Where a server's folder is a link, the folder behind it is replaced."""
    (tmp_path / "www").symlink_to(site)
    assert check_site_dir(root, tmp_path / "www") == site
