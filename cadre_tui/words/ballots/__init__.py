"""Votes by ballot in words: what the form promises, the slips, the tellers' protocol."""
