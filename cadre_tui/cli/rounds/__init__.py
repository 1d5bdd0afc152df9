"""Rounds: from their file to their results, and who rates whom in them."""
