"""Open a trainer's file as lines, tables and sheets that remember their places."""
