"""Stories of real environments: made once, moved, broken, shared, refused."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from launcher.places import Places

from .conftest import BASE_PYTHON, Made, run_portal

HANDED_OVER = "desk build --site-dir x | 学习 园地 | 1\n"
BUILD = ("build", "--site-dir", "x")
INSTALL = ("--wheels", "离线包")
# uid 0 passes every permission check unless it gives this right up
WITHOUT_RIGHTS = ["setpriv", "--bounding-set", "-dac_override", "--inh-caps", "-dac_override"]


@pytest.fixture
def lock(made: Made) -> Iterator[Path]:
    """The lock of the ready project, put back afterwards."""
    path = made.project / "requirements.txt"
    text = path.read_text(encoding="utf-8")
    yield path
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def moved(made: Made, tmp_path: Path) -> Path:
    """The ready project, copied to another place with everything in it."""
    return shutil.copytree(made.project, tmp_path / "搬到 新处", symlinks=True)


def test_a_half_made_environment_is_replaced_and_the_verb_runs(made: Made) -> None:
    version = ".".join(map(str, sys.version_info[:3]))
    lines = made.first.output.splitlines(keepends=True)
    assert lines[:3] == [
        "上次没有装完，重新建立运行环境。\n",
        f"建立运行环境 .venv（Python {version}）……\n",
        "安装运行所需的软件包（1 个）……\n",
    ]
    assert lines[3].startswith("运行环境已就绪，用时 ")
    assert lines[4:] == [HANDED_OVER]
    assert made.first.code == 7


def test_nothing_is_done_twice(made: Made) -> None:
    ran = run_portal(made.project, *BUILD)
    assert (ran.code, ran.output) == (7, HANDED_OVER)


def test_the_import_roots_are_two_relative_lines(made: Made) -> None:
    text = (Places(made.project).site_packages / "lianxue.pth").read_bytes()
    assert text in (b"../../../../hooks\n../../../../scripts\n", b"../../../hooks\n../../../scripts\n")


def test_an_update_that_fails_keeps_what_worked(made: Made, lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    lock.write_text(text.replace("==1.0", "==2.0"), encoding="utf-8")
    failed = run_portal(made.project, *BUILD, *INSTALL)
    assert failed.code == 1
    assert failed.output.splitlines()[-1] == (
        "没有成功：离线安装文件夹里没有适合本机的 lianxue-probe==2.0。"
        "请在联网电脑上用同一份项目重新运行 portal.py wheels，再把整个文件夹带来。"
    )
    lock.write_text(text, encoding="utf-8")
    assert run_portal(made.project, *BUILD).output == HANDED_OVER


@pytest.mark.skipif(os.name == "nt", reason="files are locked otherwise there")
def test_two_runs_take_turns(made: Made) -> None:
    import fcntl

    turn = Places(made.project).turn
    with turn.open("ab") as other_window:
        fcntl.flock(other_window, fcntl.LOCK_EX)
        (stamp := Places(made.project).stamp).rename(stamp.with_suffix(".aside"))
        with subprocess.Popen(
            [BASE_PYTHON, str(made.project / "scripts/portal.py"), *BUILD],
            cwd=made.project,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        ) as waiting:
            assert waiting.stdout is not None
            assert waiting.stdout.readline() == "另一个窗口正在准备运行环境，等它完成……\n"
            stamp.with_suffix(".aside").rename(stamp)
            fcntl.flock(other_window, fcntl.LOCK_UN)
            assert waiting.stdout.read() == HANDED_OVER


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_after_a_move_the_start_script_finds_the_new_place_through_a_link(
    moved: Path, tmp_path: Path
) -> None:
    link = tmp_path / "lianxue"
    link.symlink_to(Places(moved).start_script)
    told = subprocess.run(
        [link, "where"], cwd="/", env={"PATH": os.defpath}, capture_output=True, check=False, encoding="utf-8"
    )
    assert (told.stdout, told.stderr) == (f"desk where |  | 1 | {moved}\n", "")


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise there")
def test_a_move_is_noticed_and_an_interruption_ends_in_one_sentence(moved: Path) -> None:
    with subprocess.Popen(
        [BASE_PYTHON, str(moved / "scripts/portal.py"), *BUILD],
        cwd=moved,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        # a shell starts what runs in the background deaf to it, and so may these tests have been started
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline() == "项目文件夹移动过或 Python 换过，重新建立运行环境。\n"
        assert running.stdout.readline().startswith("建立运行环境 .venv")
        running.send_signal(signal.SIGINT)
        assert running.stderr.read() == "\n已中断。再运行一次即可接着来。\n"
    assert running.returncode == 130


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_a_python_without_venv_is_told_what_to_install(project: Path, module: str) -> None:
    code = (
        f"import runpy, sys; sys.modules[{module!r}] = None; "
        "sys.exit(runpy.run_path('scripts/portal.py', run_name='portal')['run']())"
    )
    ran = run_portal(project, "build", code=code, PYTHONPATH=str(project / "scripts"))
    assert ran.code == 1
    assert ran.output == (
        "没有成功：这个 Python 缺少 venv 或 ensurepip，建不了运行环境。Debian、Ubuntu 请先运行 sudo apt install "
        "python3-venv；其他系统请安装完整的 Python 3.11 或更新版本。\n"
    )


def test_a_folder_of_someone_else_at_the_place_of_the_environment_is_left_alone(project: Path) -> None:
    (project / ".venv").mkdir()
    (project / ".venv/我的笔记.txt").write_text("", encoding="utf-8")
    ran = run_portal(project, "build")
    assert ran.code == 1
    assert ran.output.endswith("不是 Python 运行环境，没有动它。请把它改名或移走，再运行一次。\n")
    assert (project / ".venv/我的笔记.txt").exists()


@pytest.mark.skipif(os.name == "nt" or shutil.which("setpriv") is None, reason="no setpriv")
def test_a_read_only_folder_is_said_plainly(project: Path) -> None:
    project.chmod(0o555)
    is_root = os.geteuid() == 0
    command = [
        *(WITHOUT_RIGHTS if is_root else []),
        sys.executable,
        str(project / "scripts/portal.py"),
        "build",
    ]
    ran = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    project.chmod(0o755)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.startswith("没有成功：项目文件夹不能写入。请把整个项目文件夹复制到本机有写入权限的位置")
