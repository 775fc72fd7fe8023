"""Turn what went wrong outside into one Chinese sentence that says what to do."""

from __future__ import annotations

import errno
import re
from dataclasses import dataclass

READ_ONLY = (
    "项目文件夹不能写入。请把整个项目文件夹复制到本机有写入权限的位置（例如 D:\\lianxue 或个人主目录）再运行；"
    "如果另一个窗口正在运行廉学，请先关闭它。"
)
DISK_FULL = "磁盘空间不足。请在项目文件夹所在的磁盘上腾出至少 500 MB，再运行一次。"
NO_NETWORK = (
    "连不上软件源，没有装成。请检查网络或代理后再运行一次（已下载的部分不会重来）；"
    "没有网络的电脑，请在联网电脑上运行 portal.py wheels，把生成的文件夹带来，再用 --wheels 文件夹 安装。"
)
BAD_CERTIFICATE = (
    "软件源的证书没有通过核对。请检查系统时间和单位网络的证书设置（pip 的 cert 配置），再运行一次。"
)
CHANGED_PACKAGE = "下载的软件包与锁定文件中的校验值不符，已停止安装。可能是下载不完整或软件源被改动：请再运行一次，仍不行就换一个软件源。"
MISSING_PACKAGE = "软件源里没有 {package}（或没有适合本机系统和 Python 版本的安装包）。请换用 64 位的 Python 3.11、3.12 或 3.13，或换一个软件源。"
MISSING_WHEEL = "离线安装文件夹里没有适合本机的 {package}。请在联网电脑上用同一份项目重新运行 portal.py wheels，再把整个文件夹带来。"
NO_VENV = (
    "这个 Python 缺少 venv 或 ensurepip，建不了运行环境。Debian、Ubuntu 请先运行 sudo apt install python3-venv；"
    "其他系统请安装完整的 Python 3.11 或更新版本。"
)
UNKNOWN = "没有装成，最后的输出如下；全部输出在 {log}。"

_OUTPUT_SIGNS: tuple[tuple[str, str], ...] = (
    (r"No space left on device|Errno 28\b|WinError 112\b|not enough space on the disk", DISK_FULL),
    (r"Read-only file system|Permission denied|Errno 13\b|Errno 30\b|WinError 5\b|WinError 32\b", READ_ONLY),
    (r"ensurepip is not available|No module named '?(ensurepip|venv|pip)\b", NO_VENV),
    (r"DO NOT MATCH THE HASHES", CHANGED_PACKAGE),
    (r"CERTIFICATE_VERIFY_FAILED|SSLError|SSLCertVerificationError", BAD_CERTIFICATE),
    (
        r"NewConnectionError|ConnectTimeout|ReadTimeout|ProxyError|Connection (refused|reset|aborted|broken)"
        r"|ConnectionResetError|NameResolutionError|ProtocolError|IncompleteRead|name resolution|getaddrinfo failed|timed out"
        r"|HTTP error 5\d\d|HTTPError: 5\d\d",
        NO_NETWORK,
    ),
)
_NO_MATCH = re.compile(r"No matching distribution found for ([A-Za-z0-9._-]+)(==[^\s;]+)?")
_ADDRESS = re.compile(r"\b(?:https?|file|git\+\w+)://\S+|host='[^']*'(?:, port=\d+)?")


class SetupError(Exception):
    """The environment cannot be made; the text is for the person at the keyboard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """What a failed program printed, and where all of it can be read."""

    text: str
    log: str
    is_from_folder: bool = False  # packages came from a folder, not from a registry


def explain_os_error(error: OSError) -> SetupError:
    """The sentence for a file operation of ours that failed."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return SetupError(DISK_FULL)
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return SetupError(READ_ONLY)
    return SetupError(
        f"读写 {error.filename or '文件'} 时出错：{error.strerror or error}。请检查磁盘后再运行一次。"
    )


def explain_output(output: Output) -> SetupError:
    """The sentence for a failed run of pip or venv; without a known sign, its last lines, no addresses in them."""
    for pattern, sentence in _OUTPUT_SIGNS:
        if re.search(pattern, output.text):
            return SetupError(f"{sentence}（详细输出：{output.log}）")
    missing = _NO_MATCH.search(output.text)
    if missing:
        sentence = MISSING_WHEEL if output.is_from_folder else MISSING_PACKAGE
        return SetupError(sentence.format(package=missing[1] + (missing[2] or "")))
    last_lines = [without_addresses(line) for line in output.text.splitlines() if line.strip()][-6:]
    return SetupError("\n    ".join([UNKNOWN.format(log=output.log), *last_lines]))


def without_addresses(line: str) -> str:
    """The line with every registry address taken out."""
    return _ADDRESS.sub("（软件源）", line)
