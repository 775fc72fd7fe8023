"""Make the site: once, aside from the last good one, or again at every save."""
