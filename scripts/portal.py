#!/usr/bin/env python3
# -*- coding: utf-8 -*-
"""Start 廉学 on any machine: refuse an old Python in plain words, then let the launcher do the rest.

This file alone must also parse under Python 2.7: no annotations, no f-strings.
"""

from __future__ import print_function, unicode_literals

import sys

OLDEST = (3, 11)


def old_python_sentence(version):
    """Say what to do when `version` (a tuple of numbers) is too old, or return an empty text."""
    if tuple(version[:2]) >= OLDEST:
        return ""
    return (
        "廉学需要 Python 3.11 或更新的版本，现在用的是 {0}.{1}。\n"
        "请安装新版 Python 后重新运行（Windows：py -3.11 scripts\\portal.py serve；"
        "Linux：python3.11 scripts/portal.py serve）。\n"
    ).format(version[0], version[1])


def write_error(text):
    """Write to the standard error of any Python and any console; what it cannot show becomes a question mark."""
    encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
    stream = getattr(sys.stderr, "buffer", sys.stderr)
    stream.write(text.encode(encoding, "replace"))


def run():
    """Return the exit code of the verb that was asked for."""
    sentence = old_python_sentence(sys.version_info)
    if sentence:
        write_error(sentence)
        return 1
    try:
        from launcher.main import main
    except ImportError as error:
        if not str(error.name).startswith("launcher"):
            raise
        write_error("找不到 scripts/launcher 文件夹：请取全整个项目，并且不要设置环境变量 PYTHONSAFEPATH。\n")
        return 1
    return main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(run())
