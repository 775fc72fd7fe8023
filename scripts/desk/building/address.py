"""Find out whether the preview can listen at an address, and say what to do where it cannot."""

from __future__ import annotations

import errno
import socket
import sys

from desk.failures import DeskError


def check_address(host: str, port: int) -> None:
    """Raise DeskError where nothing of ours can listen at `host` and `port`."""
    try:
        _try(host, port)
    except socket.gaierror as error:
        raise DeskError(f"认不出地址 {host}：请写本机的 IP 地址，例如 127.0.0.1") from error
    except PermissionError as error:
        raise DeskError(f"没有权限使用端口 {port}：请换一个，例如 --port 8000") from error
    except OSError as error:
        if error.errno == errno.EADDRNOTAVAIL:
            raise DeskError(f"本机没有 {host} 这个地址：请写本机的 IP 地址") from error
        if error.errno == errno.EADDRINUSE:
            free = _next_free(host, port)
            raise DeskError(f"端口 {port} 已被别的程序占用：请换一个，例如 --port {free}") from error
        raise


def _next_free(host: str, port: int) -> int:
    for candidate in range(port + 1, min(port + 100, 65536)):
        try:
            _try(host, candidate)
        except OSError:
            continue
        return candidate
    return 8000


def _try(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        if sys.platform == "win32":  # there SO_REUSEADDR would let two programs share a port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((host, port))
