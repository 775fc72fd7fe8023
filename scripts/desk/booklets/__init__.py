"""The booklet (学习汇编) of a month or a year."""
