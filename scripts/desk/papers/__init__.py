"""Papers for a meeting room: drawn by a preset, in variants, with sheet, key and map."""
