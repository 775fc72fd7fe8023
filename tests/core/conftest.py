"""Settings that all tests of the core share."""

from __future__ import annotations

from hypothesis import settings

# The same examples on every machine, and no deadline: a busy one is slow now and then.
settings.register_profile("lianxue", deadline=None, derandomize=True, max_examples=100)
settings.load_profile("lianxue")
