"""Oneself against others, and the plan made of it."""
