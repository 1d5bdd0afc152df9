"""Oneself against others, in words."""
