"""A round, its rules, who rates whom."""
