"""The trainer's desk: the `lianxue` command."""
