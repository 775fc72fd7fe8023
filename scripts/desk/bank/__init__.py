"""The question bank looked at as a whole."""
