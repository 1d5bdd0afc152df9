"""People -> who rates whom. Pure: no file, no clock."""
