"""Make the offline zip, and check one that somebody received."""
