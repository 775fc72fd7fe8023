"""Addresses the preview cannot listen at."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from desk.building.address import check_address
from desk.failures import DeskError


@pytest.fixture
def taken() -> Iterator[int]:
    """A port somebody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_a_free_port_is_fine() -> None:
    """Nothing is said about an address that can be used, twice in a row."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    check_address("127.0.0.1", port)
    check_address("127.0.0.1", port)


def test_a_taken_port_names_a_free_one(taken: int) -> None:
    """The sentence offers a port that can be used."""
    with pytest.raises(DeskError) as refusal:
        check_address("127.0.0.1", taken)
    sentence = f"端口 {taken} 已被别的程序占用：请换一个，例如 --port "
    assert str(refusal.value).startswith(sentence)
    check_address("127.0.0.1", int(str(refusal.value).removeprefix(sentence)))


def test_an_address_of_another_machine_is_said() -> None:
    """An address that is not this machine's cannot be listened at."""
    with pytest.raises(DeskError) as refusal:
        check_address("192.0.2.1", 8000)  # reserved for documentation, RFC 5737
    assert str(refusal.value) == "本机没有 192.0.2.1 这个地址：请写本机的 IP 地址"


def test_what_is_no_address_is_said() -> None:
    """A word that is no address is told apart."""
    with pytest.raises(DeskError) as refusal:
        check_address("1.2.3.4.5", 8000)
    assert str(refusal.value) == "认不出地址 1.2.3.4.5：请写本机的 IP 地址，例如 127.0.0.1"
