"""Make the environment `.venv` from the hash-locked files and hand a verb over to the desk; standard library only."""
