"""Telling whether a bundle is whole."""

from __future__ import annotations

import os
import stat
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from desk.bundling.packing import pack_site
from desk.bundling.verifying import verify
from desk.bundling.zip_reading import read_zip
from desk.failures import DeskError


@pytest.fixture
def bundle(site: Path, tmp_path: Path) -> Path:
    """A bundle as somebody receives it."""
    return pack_site(site, tmp_path / "收到的", name="廉学", month="2026-03")


@pytest.fixture
def unpacked(bundle: Path, tmp_path: Path) -> Path:
    """Its top folder, unpacked."""
    with zipfile.ZipFile(bundle) as archive:
        archive.extractall(tmp_path / "U盘 一")
    return tmp_path / "U盘 一" / "廉学"


def repack(bundle: Path, change: Callable[[dict[str, bytes]], None], name: str | None = None) -> Path:
    """The same zip with other files in it."""
    files = contents(bundle)
    change(files)
    target = bundle.with_name(name or "改过.zip")
    with zipfile.ZipFile(target, "w") as archive:
        for entry, data in files.items():
            archive.writestr(entry, data)
    return target


def refusal(path: Path) -> str:
    with pytest.raises(DeskError) as error:
        verify(path)
    return str(error.value)


def test_a_fresh_bundle_is_whole(bundle: Path, unpacked: Path) -> None:
    """The zip, its top folder, and the folder around that all pass with the version's digest."""
    for path in (bundle, unpacked, unpacked.parent):
        report = verify(path)
        assert report.findings == ()
        assert report.file_count == 6
        assert f"廉学_2026-03_{report.digest}.zip" == bundle.name


def test_changed_missing_and_added_files_are_found_in_a_folder(unpacked: Path) -> None:
    """Each file that differs is named once, sorted by name."""
    (unpacked / "site/index.html").write_text("变了", encoding="utf-8")
    (unpacked / "使用说明.txt").unlink()
    (unpacked / "site/extra.js").write_text("", encoding="utf-8")
    assert verify(unpacked).findings == (
        "多出：site/extra.js",
        "有改动：site/index.html",
        "缺少：使用说明.txt",
    )


def test_changed_missing_and_added_files_are_found_in_a_zip(bundle: Path) -> None:
    """A repacked zip is found out file by file, also where a file lies outside the top folder."""

    def change(files: dict[str, bytes]) -> None:
        files["廉学/site/index.html"] += b" "
        del files["廉学/打开学习园地.html"]
        files["廉学/site/extra.js"] = b""
        files["autorun.inf"] = b""

    assert verify(repack(bundle, change)).findings == (
        "多出：site/extra.js",
        "有改动：site/index.html",
        "缺少：打开学习园地.html",
        "多出：autorun.inf",
    )


def test_a_missing_manifest_is_said(unpacked: Path, bundle: Path) -> None:
    """Without the list nothing can be compared."""
    (unpacked / "校验/MANIFEST.sha256").unlink()
    assert verify(unpacked).findings == ("缺少清单：校验/MANIFEST.sha256",)

    def change(files: dict[str, bytes]) -> None:
        del files["廉学/校验/MANIFEST.sha256"]

    assert verify(repack(bundle, change)).findings == ("缺少清单：校验/MANIFEST.sha256",)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "不完整"),
        (b"0" * 64 + b"  a.html", "不完整"),
        (b"\xff\xfe", "不是 UTF-8 文本"),
        (b"abc  a.html\n", "第 1 行写法不对"),
        (b"0" * 64 + b"  ../a.html\n", "第 1 行写法不对"),
        ((b"0" * 64 + b"  a.html\n") * 2, "第 2 行的文件列了两次：a.html"),
    ],
)
def test_a_broken_manifest_is_said(unpacked: Path, data: bytes, reason: str) -> None:
    """A list that is cut off or altered in form is not relied on."""
    (unpacked / "校验/MANIFEST.sha256").write_bytes(data)
    assert verify(unpacked).findings == (f"清单已损坏：校验/MANIFEST.sha256 {reason}",)


def test_a_consistent_forgery_does_not_fit_the_name(bundle: Path, site: Path, tmp_path: Path) -> None:
    """Content and list exchanged together are found out by the digest in the file's name."""
    (site / "index.html").write_text("别的内容", encoding="utf-8")
    forged = pack_site(site, tmp_path / "假的", name="廉学", month="2026-03")
    expected, actual = bundle.stem[-8:], forged.stem[-8:]
    renamed = forged.rename(forged.with_name(f"{bundle.stem} (1).zip"))
    assert verify(renamed).findings == (f"编号不符：文件名里是 {expected}，内容算出来是 {actual}",)


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_links_and_pipes_in_a_folder_are_named_and_not_followed(unpacked: Path) -> None:
    """A link in the place of a file, or beside it, is never what was packed."""
    page = unpacked / "site/index.html"
    page.rename(unpacked.parent / "index.html")
    page.symlink_to(unpacked.parent / "index.html")
    (unpacked / "site/up").symlink_to(unpacked.parent)
    os.mkfifo(unpacked / "site/pipe")
    assert verify(unpacked).findings == (
        "不是普通文件：site/index.html",
        "不是普通文件：site/pipe",
        "不是普通文件：site/up",
    )


def test_a_truncated_zip_is_said(bundle: Path) -> None:
    """A copy that broke off is told apart from a changed one."""
    bundle.write_bytes(bundle.read_bytes()[:-40])
    assert refusal(bundle) == f"{bundle.name} 不是完整的 zip 文件：可能没有拷贝完，请重新拷贝"


def test_no_flipped_byte_lets_other_content_pass(bundle: Path) -> None:
    """Whichever byte of the zip changes: it is found, or refused, or every file is still as packed."""
    whole, packed = bundle.read_bytes(), contents(bundle)
    for position in range(0, len(whole), 5):
        bundle.write_bytes(whole[:position] + bytes([whole[position] ^ 0xFF]) + whole[position + 1 :])
        try:
            findings = verify(bundle).findings
        except DeskError:
            continue
        assert findings or contents(bundle) == packed


def contents(bundle: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(bundle) as archive:
        return {entry: archive.read(entry) for entry in archive.namelist()}


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("../外面.html", "路径会跑到文件夹外面"),
        ("廉学/../../外面.html", "路径会跑到文件夹外面"),
        ("/etc/外面", "用了绝对路径"),
        ("C:/外面", "文件名里有不能用的字符"),
        ("廉学\\外面", "文件名里有不能用的字符"),
        ("廉学/nul.txt", "文件名在 Windows 上不能用"),
    ],
)
def test_names_that_lead_elsewhere_are_refused(bundle: Path, name: str, why: str) -> None:
    """A zip that would write outside its folder is not looked into any further."""

    def change(files: dict[str, bytes]) -> None:
        files[name] = b"x"

    assert refusal(repack(bundle, change)) == f"zip 里的 {name!r} {why}：这不是廉学做的离线包"


@pytest.mark.parametrize("twin", ["廉学/site/index.html", "廉学/site/INDEX.html"])
def test_names_that_overwrite_each_other_are_refused(bundle: Path, twin: str) -> None:
    """Of two equal names the list would see one and the unpacker write the other."""
    with zipfile.ZipFile(bundle, "a") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # zipfile warns of the double name we want
        archive.writestr(twin, b"x")
    assert refusal(bundle) == f"zip 里的 廉学/site/index.html 与 {twin} 会互相覆盖：这不是廉学做的离线包"


def test_a_link_in_a_zip_is_refused(bundle: Path) -> None:
    """An unpacker would follow it out of the folder."""
    entry = zipfile.ZipInfo("廉学/site/link")
    entry.create_system = 3
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(bundle, "a") as archive:
        archive.writestr(entry, "/etc")
    assert refusal(bundle) == "zip 里的 '廉学/site/link' 是链接或特殊文件：这不是廉学做的离线包"


def test_other_compression_is_refused(bundle: Path) -> None:
    """Only deflate and plain storing are ours."""
    with zipfile.ZipFile(bundle, "a") as archive:
        archive.writestr("廉学/site/x", b"x" * 100, zipfile.ZIP_BZIP2)
    assert refusal(bundle) == "zip 里的 '廉学/site/x' 用了少见的压缩方式：这不是廉学做的离线包"


def test_a_bomb_is_refused_before_it_is_read(bundle: Path) -> None:
    """A zip whose files would grow beyond the limit is not opened."""
    with pytest.raises(DeskError) as error:
        read_zip(bundle, max_bytes=1000)
    assert str(error.value) == "zip 解开后大得不正常，没有打开它"


def test_a_bomb_that_lies_about_its_size_is_read_no_further(bundle: Path) -> None:
    """Where the record gives a small size, no more than that is unpacked, and the file is damaged."""
    with zipfile.ZipFile(bundle, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("廉学/site/bomb", b"\0" * 10_000_000)
    data = bytearray(bundle.read_bytes())
    record = data.rindex("廉学/site/bomb".encode()) - 46
    data[record + 24 : record + 28] = (1000).to_bytes(4, "little")
    bundle.write_bytes(data)
    assert "多出：site/bomb" in verify(bundle).findings


def test_what_is_no_bundle_is_said(tmp_path: Path) -> None:
    """A path that is not there, an empty folder and another file each get a sentence."""
    (tmp_path / "空").mkdir()
    (tmp_path / "a.txt").write_text("文字", encoding="utf-8")
    assert refusal(tmp_path / "没有") == f"找不到 {tmp_path / '没有'}：请检查路径是否写对"
    assert refusal(tmp_path / "空") == f"{tmp_path / '空'} 是空的：请指明离线包，或解开后的“廉学”文件夹"
    assert refusal(tmp_path / "a.txt") == "a.txt 不是完整的 zip 文件：可能没有拷贝完，请重新拷贝"


def test_the_command_tells_the_result(lianxue: Callable[..., object], bundle: Path, unpacked: Path) -> None:
    """A whole bundle gives 0 and its number, another 1 and the list."""
    good = lianxue("verify", bundle)
    assert (good.code, good.out) == (0, f"完整：6 个文件与清单一致，内容编号 {bundle.stem[-8:]}。\n")
    (unpacked / "site/index.html").unlink()
    bad = lianxue("verify", unpacked)
    assert (bad.code, bad.out) == (
        1,
        "缺少：site/index.html\n没有通过：共 1 处不符。请重新索取离线包。\n",
    )
