"""Set up what the tests need and run them all: browsers, npm packages, lint, types, then one pytest run."""

from __future__ import annotations

from desk.testing.run import run_tests

__all__ = ["run_tests"]
