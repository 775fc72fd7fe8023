"""The Excel form of the bank that is exported, edited and imported again."""
