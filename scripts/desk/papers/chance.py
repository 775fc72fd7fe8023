"""Random numbers that a seed decides, the same on every Python and in the browser (practice/random.js)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

_T = TypeVar("_T")
_MASK = 0xFFFFFFFF
_WORD = 2**32

Random = Callable[[], float]  # 0 ≤ number < 1


def seeded(seed: str) -> Random:
    """Chris Doty-Humphrey's small fast counter (sfc32), begun by a hash of the seed."""
    a, b, c, counter = _hash(seed)

    def draw() -> float:
        nonlocal a, b, c, counter
        total = (a + b + counter) & _MASK
        counter = (counter + 1) & _MASK
        a = b ^ (b >> 9)
        b = (c + (c << 3)) & _MASK
        c = (((c << 21) | (c >> 11)) + total) & _MASK
        return total / _WORD

    for _ in range(12):
        draw()  # like seeds part only after some rounds
    return draw


def _hash(seed: str) -> tuple[int, int, int, int]:
    """Four words of 32 bits from a text, by its UTF-16 units as JavaScript counts them."""
    data = seed.encode("utf-16-le", "surrogatepass")
    state = 1779033703 ^ (len(data) // 2)
    for place in range(0, len(data), 2):
        unit = data[place] | data[place + 1] << 8
        state = (state ^ unit) * 3432918353 & _MASK
        state = (state << 13 | state >> 19) & _MASK
    words = []
    for _ in range(4):
        state = (state ^ state >> 16) * 2246822507 & _MASK
        state = (state ^ state >> 13) * 3266489909 & _MASK
        state ^= state >> 16
        words.append(state)
    return words[0], words[1], words[2], words[3]


def shuffle(items: Sequence[_T], random: Random) -> list[_T]:
    """Fisher–Yates; the given sequence stays as it is."""
    shuffled = list(items)
    for last in range(len(shuffled) - 1, 0, -1):
        chosen = int(random() * (last + 1))
        shuffled[last], shuffled[chosen] = shuffled[chosen], shuffled[last]
    return shuffled
