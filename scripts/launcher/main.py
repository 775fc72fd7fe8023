"""Read the command line of `portal.py`, prepare what the verb needs, hand it over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from launcher.console import prepare_streams, say, say_error
from launcher.failure import SetupError
from launcher.handover import hand_over
from launcher.places import DEVELOPMENT_LOCK, PORTAL_LOCK, Places, find_places
from launcher.setup import prepare
from launcher.wheels import download_wheels

USAGE = """\
廉学：党纪法规学习园地

用法：python3 scripts/portal.py 命令 [参数……]
      Windows：py scripts\\portal.py 命令 [参数……]

写和读入：
  new                 新建一课、案例、自测题、组卷方案或一个新网站
  import              从 Word、Excel、文本等文件读入题目
  import-lesson       把讲稿变成一课
  import-regulation   把法规文本变成法规页，并与旧版本对照
  suggest-citations   为没有依据的题目推荐条文
  format              把题库文件整理成统一的写法

看和检查：
  serve               检查内容，生成网站，在本机预览（--port 端口，--open 打开浏览器）
  check               检查全部内容，列出要改的地方（--strict，--json，--today 日期）
  lint-bank           检查题库的出题质量
  stats               题库统计

送审和发布：
  review-pack         制作一个月的送审单
  sign-off            登记审核、签发
  build               生成网站，放在 site 文件夹（--site-dir 另选文件夹）
  bundle              生成离线包：一个 zip，解压后双击就能学习
  verify              核对离线包有没有被改动（verify 路径）
  withdraw            撤下一页，换上一句说明

印和导出：
  paper               组一份书面试卷
  booklet             制作一月或一年的学习汇编
  export              把题库导出为 Excel、Word 等

维护：
  test                装好测试所需的软件，运行全部测试（--fast 不开浏览器）
  wheels              下载离线安装用的软件包（wheels [文件夹]）

选项：
  --wheels 文件夹    从这个文件夹安装软件包，不用网络
  -h, --help         显示本说明；“命令 --help”显示该命令的说明

第一次运行会建立 .venv 并安装软件包，以后不再重复。"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the command line asks for."""

    verb: str  # empty: show the usage
    arguments: tuple[str, ...] = ()  # for the verb
    wheels: Path | None = None


def parse_request(arguments: Sequence[str]) -> Request:
    """Take the launcher's own option out, wherever it stands before `--`. Raises SetupError."""
    rest: list[str] = []
    wheels: Path | None = None
    waiting = list(arguments)
    while waiting:
        argument = waiting.pop(0)
        if argument == "--":
            rest += [argument, *waiting]
            break
        name, equals, value = argument.partition("=")
        if name != "--wheels":
            rest.append(argument)
            continue
        value = value if equals else (waiting.pop(0) if waiting else "")
        wheels = Path(value).absolute()
        if not value or not any(wheels.glob("*.whl")):
            raise SetupError("--wheels 后面要写文件夹，里面是 portal.py wheels 下载的 .whl 文件。")
    if not rest or rest[0] in ("-h", "--help"):
        return Request(verb="")
    return Request(verb=rest[0], arguments=tuple(rest[1:]), wheels=wheels)


def main(arguments: Sequence[str]) -> int:
    """Return the exit code: 0, the verb's own, 1 when the environment cannot be made, 130 when interrupted."""
    prepare_streams()
    try:
        return _run(find_places(), parse_request(arguments))
    except SetupError as error:
        say_error(f"没有成功：{error}")
        return 1
    except KeyboardInterrupt:
        say_error("\n已中断。再运行一次即可接着来。")
        return 130


def _run(places: Places, request: Request) -> int:
    if not request.verb:
        say(USAGE)
        return 0
    if request.verb == "wheels":
        return _run_wheels(places, request)
    prepare(
        places, [PORTAL_LOCK, DEVELOPMENT_LOCK] if request.verb == "test" else [PORTAL_LOCK], request.wheels
    )
    return hand_over(places, request.verb, request.arguments)


def _run_wheels(places: Places, request: Request) -> int:
    arguments = request.arguments
    if len(arguments) > 1 or any(argument.startswith("-") for argument in arguments):
        say("用法：portal.py wheels [文件夹]    下载离线安装用的软件包，默认放在项目的 wheels 文件夹")
        return 0 if {"-h", "--help"} & set(arguments) else 2
    prepare(places, [PORTAL_LOCK], request.wheels)
    say("下载离线安装用的软件包：")
    download_wheels(places, Path(arguments[0]).absolute() if arguments else places.root / "wheels")
    return 0
