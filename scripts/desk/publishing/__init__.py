"""Prepare a month, have it signed, take a page down."""
