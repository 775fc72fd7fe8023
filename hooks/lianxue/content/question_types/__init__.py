"""The kinds of question, one module a family; registry.py lists them."""
