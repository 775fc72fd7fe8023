"""Say what is wrong with the content, for people and for machines."""
