"""Give questions to other programs: Excel, Moodle, QTI, Anki."""
