"""Content becomes what the browser gets."""
