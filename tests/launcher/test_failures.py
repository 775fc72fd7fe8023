"""What pip, venv and the file system complain of becomes a sentence that says what to do."""

from __future__ import annotations

import errno

import pytest

from launcher import failure
from launcher.failure import Output, explain_os_error, explain_output, without_addresses
from launcher.pip import pip_environment
from launcher.wheels import without_markers

RETRYING = (
    "WARNING: Retrying (Retry(total=4)) after connection broken by "
    "'NewConnectionError(... [Errno -3] Temporary failure in name resolution)': /simple/click/\n"
    "ERROR: No matching distribution found for click==8.5.1\n"
)


def _explain(text: str, *, is_from_folder: bool = False) -> str:
    return str(explain_output(Output(text=text, log="install.log", is_from_folder=is_from_folder)))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (RETRYING, failure.NO_NETWORK),
        (
            "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
            failure.DISK_FULL,
        ),
        ("Error: [Errno 30] Read-only file system: '/x/.venv'", failure.READ_ONLY),
        (
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.",
            failure.CHANGED_PACKAGE,
        ),
        (
            "SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]'))",
            failure.BAD_CERTIFICATE,
        ),
        (
            "The virtual environment was not created successfully because ensurepip is not available.",
            failure.NO_VENV,
        ),
    ],
)
def test_a_known_sign_gives_its_sentence(text: str, sentence: str) -> None:
    assert _explain(text) == f"{sentence}（详细输出：install.log）"


@pytest.mark.parametrize(
    ("is_from_folder", "start"),
    [(True, "离线安装文件夹里没有适合本机的 nh3==0.3.8。"), (False, "软件源里没有 nh3==0.3.8（")],
)
def test_a_missing_package_is_named(is_from_folder: bool, start: str) -> None:
    text = "ERROR: No matching distribution found for nh3==0.3.8\n"
    assert _explain(text, is_from_folder=is_from_folder).startswith(start)


def test_an_unknown_failure_shows_its_last_lines_without_addresses() -> None:
    text = "Looking in indexes: https://user:secret@mirror.example/simple\n\nERROR: odd\n"
    assert _explain(text) == (
        "没有装成，最后的输出如下；全部输出在 install.log。\n"
        "    Looking in indexes: （软件源）\n"
        "    ERROR: odd"
    )


def test_a_host_in_an_error_of_the_connection_is_taken_out() -> None:
    assert without_addresses("HTTPSConnectionPool(host='mirror.example', port=443): x") == (
        "HTTPSConnectionPool(（软件源）): x"
    )


@pytest.mark.parametrize(
    ("number", "sentence"),
    [(errno.ENOSPC, failure.DISK_FULL), (errno.EROFS, failure.READ_ONLY), (errno.EACCES, failure.READ_ONLY)],
)
def test_a_file_operation_that_fails_is_explained(number: int, sentence: str) -> None:
    assert str(explain_os_error(OSError(number, "x"))) == sentence


def test_an_odd_file_error_names_the_file() -> None:
    error = OSError(errno.EIO, "I/O error", "requirements.txt")
    assert str(explain_os_error(error)) == "读写 requirements.txt 时出错：I/O error。请检查磁盘后再运行一次。"


def test_the_users_registry_settings_reach_pip_and_misleading_ones_do_not() -> None:
    given = {"PIP_INDEX_URL": "a", "PIP_PROXY": "b", "PIP_TARGET": "c", "PIP_QUIET": "2", "PATH": "d"}
    assert pip_environment(given.items()) == {
        "PIP_INDEX_URL": "a",
        "PIP_PROXY": "b",
        "PATH": "d",
        "PIP_USER": "0",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_NO_INPUT": "1",
    }


def test_markers_are_taken_off_a_lock_for_downloading() -> None:
    lock = "colorama==0.4.6 ; sys_platform == 'win32' \\\n    --hash=sha256:aa\nclick==8.5.1 \\\n    --hash=sha256:bb\n"
    assert without_markers(lock) == (
        "colorama==0.4.6 \\\n    --hash=sha256:aa\nclick==8.5.1 \\\n    --hash=sha256:bb\n"
    )
