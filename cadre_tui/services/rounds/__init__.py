"""A round's rules, its life, and who is asked for what."""
