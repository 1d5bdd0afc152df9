"""``cadre ballot``: votes by ballot, for organisers, tellers and whoever drew a slip."""
