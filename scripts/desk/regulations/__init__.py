"""Regulations: official texts become pages, versions are compared."""
