"""Read question papers as trainers write them: lines into draft questions, with an account of every line."""
