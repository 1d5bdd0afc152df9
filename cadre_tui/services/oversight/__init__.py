"""Watching over a round while it runs."""
