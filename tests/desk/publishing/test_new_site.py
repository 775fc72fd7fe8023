"""A portal of one's own unit: started, checked by its own program, updated without touching content."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.support.project import REPOSITORY

from desk.failures import DeskError
from desk.publishing.new_site import SiteChoice, SiteReport, start_site, suggested_id
from desk.publishing.new_site_code import RECORD, SET_ASIDE, read_code, update_site, write_into

TODAY = date(2026, 3, 20)
CHOICE = SiteChoice(
    name="某县学习园地",
    organisation="某县某局机关党委",
    phone="0000-1234567",
    colour="#1F4E79",
)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program and the content that a new site starts from."""
    folder = tmp_path_factory.mktemp("source") / "廉学"
    for path, data in read_code(REPOSITORY).items():
        write_into(folder, path, data)
    shutil.copytree(REPOSITORY / "docs", folder / "docs")
    shutil.copy(REPOSITORY / "mkdocs.yml", folder)
    return folder


@pytest.fixture(scope="module")
def started(source: Path, tmp_path_factory: pytest.TempPathFactory) -> SiteReport:
    """A site in a folder with blanks and Chinese."""
    folder = tmp_path_factory.mktemp("sites") / "单位 网站" / "某县"
    return start_site(source, folder, CHOICE, today=TODAY)


@pytest.fixture
def site(started: SiteReport, tmp_path: Path) -> Path:
    """A copy to change."""
    return shutil.copytree(started.folder, tmp_path / "园地")


def by_its_own_program(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the desk that lies in the site."""
    paths = os.pathsep.join([str(folder / "hooks"), str(folder / "scripts")])
    return subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "desk", *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": paths},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_a_new_site_is_built_by_its_own_program(site: Path) -> None:
    """Nothing to mend on the first day; name, unit, footer and colour are on its pages."""
    ran = by_its_own_program(site, "build", "--strict")
    assert (ran.returncode, ran.stdout.splitlines()[0]) == (0, "没有发现问题"), ran.stdout + ran.stderr
    home = (site / "site/index.html").read_text(encoding="utf-8")
    assert [text for text in ("某县学习园地", "某县某局机关党委", "0000-1234567") if text not in home] == []
    assert "第一课：怎样用好学习园地" in home
    (colour,) = (site / "site/assets/css").glob("colour-*.css")
    assert f"assets/css/{colour.name}" in home
    assert "--lx-brand: #1f4e79;" in colour.read_text(encoding="utf-8")
    assert "cases/index.html" not in home


def test_a_new_site_holds_no_lessons_and_questions_of_ours(source: Path, started: SiteReport) -> None:
    """The register, the words and the help pages come along; lessons and quizzes are the unit's own."""
    folder = started.folder
    lessons = sorted(path.name for path in (folder / "docs/lessons/2026").iterdir())
    assert lessons == ["03-welcome.md"]
    assert [path for path in (folder / "quizzes").rglob("*") if path.is_file()] == []
    assert (folder / "docs/regulations/party-constitution.md").is_file()
    assert not (folder / "tests").exists()
    record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    assert set(record["files"]) == set(read_code(folder)) == set(read_code(source))


def test_the_settings_keep_their_comments(started: SiteReport) -> None:
    """Facts are filled in, everything else of mkdocs.yml stays."""
    text = (started.folder / "mkdocs.yml").read_text(encoding="utf-8")
    assert 'site_name: "某县学习园地"\n' in text
    assert 'site_id: "mxxxyd"  ' in text
    assert "# 学员的学习记录以此命名：定了就不要改" in text
    assert 'sponsor: "某县某局机关党委"\n' in text
    assert 'updated_on: "2026-03-20"\n' in text


def test_a_program_in_part_is_not_handed_on(source: Path, site: Path, tmp_path: Path) -> None:
    """What it lacks would be taken out of the site as well."""
    part = shutil.copytree(source, tmp_path / "缺")
    (part / "LICENSE").unlink()
    (part / "requirements.txt").unlink()
    said = f"{part} 里缺 requirements.txt、LICENSE：请取全整个廉学，再运行一次"
    with pytest.raises(DeskError) as error:
        update_site(part, site)
    assert str(error.value) == said
    assert (site / "LICENSE").is_file()
    with pytest.raises(DeskError) as error:
        start_site(part, tmp_path / "新", CHOICE, today=TODAY)
    assert str(error.value) == said


def test_a_site_made_from_a_site_has_none_of_its_facts(site: Path, tmp_path: Path) -> None:
    """A value with # in quotes is replaced, not written a second time or kept."""
    settings = site / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace('phone: "0000-1234567"', 'phone: "010-1#2"  # 值班'), encoding="utf-8")
    made = start_site(site, tmp_path / "别家", SiteChoice(name="别家园地"), today=TODAY)
    own = (made.folder / "mkdocs.yml").read_text(encoding="utf-8")
    assert own.count("    colour:") == 1
    assert '    phone: ""  # 值班\n' in own
    assert '    colour: ""' in own


def test_an_update_replaces_the_program_alone(source: Path, site: Path) -> None:
    """An old file becomes new, a lost one comes back, one no longer shipped goes; content and own files stay."""
    page = site / "docs/index.md"
    page.write_text("---\ntitle: 自己的首页\n---\n", encoding="utf-8")
    (site / "overrides/assets/images/own.svg").write_text("<svg/>", encoding="utf-8")
    record = json.loads((site / RECORD).read_text(encoding="utf-8"))
    old = b"# an older version\n"
    (site / "hooks/pages_hook.py").write_bytes(old)
    (site / "hooks/gone.py").write_bytes(old)
    digest = hashlib.sha256(old).hexdigest()
    record["files"] |= {"hooks/pages_hook.py": digest, "hooks/gone.py": digest}
    record["version"] = "0.2.0"
    (site / RECORD).write_text(json.dumps(record), encoding="utf-8")
    (site / "overrides/404.html").unlink()
    report = update_site(source, site)
    assert (report.replaced, report.added, report.removed, report.set_aside, report.own) == (
        ("hooks/pages_hook.py",),
        ("overrides/404.html",),
        ("hooks/gone.py",),
        (),
        ("overrides/assets/images/own.svg",),
    )
    assert report.before == "0.2.0"
    assert read_code(site).items() >= read_code(source).items()
    assert page.read_text(encoding="utf-8") == "---\ntitle: 自己的首页\n---\n"
    again = update_site(source, site)
    assert (again.replaced, again.added, again.removed) == ((), (), ())


def test_a_file_changed_by_hand_is_never_lost(source: Path, site: Path) -> None:
    """The update stops before anything is written; told to, it keeps a copy and goes on."""
    own = (site / "overrides/home.html").read_bytes() + b"<!-- own -->"
    (site / "overrides/home.html").write_bytes(own)
    (site / "overrides/404.html").unlink()
    with pytest.raises(DeskError) as error:
        update_site(source, site)
    assert str(error.value) == (
        "有 1 个程序文件被人改过，没有更新：overrides/home.html。"
        "加 --set-aside 会先把它们另存到“改动过的程序文件”，再换成新版"
    )
    assert not (site / "overrides/404.html").exists()
    report = update_site(source, site, set_aside=True)
    assert report.set_aside == ("overrides/home.html",)
    assert (site / SET_ASIDE / "overrides/home.html").read_bytes() == own
    assert (site / "overrides/home.html").read_bytes() == (source / "overrides/home.html").read_bytes()


def test_files_that_windows_wrote_are_not_taken_for_changed(source: Path, site: Path) -> None:
    """Line ends turned by a tool are no change by hand."""
    file = site / "overrides/home.html"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert update_site(source, site).replaced == ("overrides/home.html",)


@pytest.mark.parametrize(
    ("choice", "sentence"),
    [
        (SiteChoice(name=" "), "要写网站的名称：--name 某县纪律学习园地"),
        (
            SiteChoice(name="某" * 15),
            "网站的名称有 15 个字，标题栏放不下：最多 14 个字，单位名称请写在 --organisation",
        ),
        (
            SiteChoice(name="园地", colour="#5b9bd5"),
            "颜色 #5b9bd5 太浅：白字放在上面、它放在浅底上都看不清（对比度 2.7，至少要 4.5）。"
            "相近而看得清的是 #43739e",
        ),
        (
            SiteChoice(name="园地", colour="蓝"),
            "颜色“蓝”写法不对：请写成 #1f4e79 的样子（# 后面六位数字或字母 a 到 f）",
        ),
        (
            SiteChoice(name="园地", site_id="某县"),
            "网站编号“某县”写法不对：请用小写英文字母、数字和连字符，如 county-office",
        ),
    ],
)
def test_a_wrong_choice_starts_nothing(
    source: Path, tmp_path: Path, choice: SiteChoice, sentence: str
) -> None:
    """The sentence says what would be right, and no folder is left."""
    with pytest.raises(DeskError) as error:
        start_site(source, tmp_path / "新", choice, today=TODAY)
    assert str(error.value) == sentence
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_holds_something_is_left_alone(
    source: Path, tmp_path: Path, started: SiteReport
) -> None:
    """Files of somebody, a site that is there, the program's own folder."""
    (tmp_path / "备忘.txt").write_text("不要动", encoding="utf-8")
    for folder, sentence in [
        (tmp_path, f"{tmp_path} 里有文件，没有动它：请另选一个空文件夹"),
        (started.folder, f"{started.folder} 里已经有一个网站，没有动它：要换成新版程序，请加 --update"),
        (source / "docs/新", f"{source / 'docs/新'} 与这份廉学重叠：请把新网站放到它外面的文件夹"),
    ]:
        with pytest.raises(DeskError) as error:
            start_site(source, folder, SiteChoice(name="园地"), today=TODAY)
        assert str(error.value) == sentence
    with pytest.raises(DeskError, match="看不出是用 new site 建的网站"):
        update_site(source, tmp_path)
    with pytest.raises(DeskError) as error:
        update_site(source, tmp_path / "没有")
    assert str(error.value) == f"没有 {tmp_path / '没有'} 这个文件夹：请检查路径；新建网站时不写 --update"


def test_the_command_needs_only_a_folder_and_a_name(
    lianxue: Callable[..., object], source: Path, tmp_path: Path
) -> None:
    """It says where the site is, what its id is and how to go on; --update says what changed."""
    ran = lianxue("--root", source, "new", "site", tmp_path / "新 网站", "--name", "某县园地")
    assert "网站编号 mxyd：学员的学习记录以此命名，定了就不要改。\n" in ran.out  # type: ignore[attr-defined]
    ran = lianxue("--root", source, "new", "site", tmp_path / "新 网站", "--update")
    assert ran.out.endswith("换了 0 个文件，新增 0 个，删去 0 个。内容没有动。\n")  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--update", "--name", "乙"), "--update 只换程序，名称、页脚等不动：请到那个网站的 mkdocs.yml 里改"),
        (("--name", "乙", "--set-aside"), "--set-aside 要与 --update 同用"),
    ],
)
def test_options_that_mean_nothing_are_refused(
    lianxue: Callable[..., object], source: Path, tmp_path: Path, options: tuple[str, ...], sentence: str
) -> None:
    """A new name is not silently left out of an update."""
    ran = lianxue("--root", source, "new", "site", tmp_path / "新", *options)
    assert ran.code == 2  # type: ignore[attr-defined]
    assert ran.err.startswith(f"{sentence}。\n")  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("name", "site_id"), [("某县财政局", "mxczj"), ("廉学2026", "lx2026"), ("★", "site"), ("A b", "a-b")]
)
def test_an_id_is_suggested_from_the_sounds(name: str, site_id: str) -> None:
    """First letters of the pinyin, in the characters an id may have."""
    assert suggested_id(name) == site_id
