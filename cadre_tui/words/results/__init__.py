"""Results in words: figures, tables, how a number came about."""
