"""What readers of papers and of tables share: draft questions, and the words that answers are written in."""
