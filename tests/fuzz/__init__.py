"""Readers fed with what was right before it was changed at random: each refuses in words, or takes it, soon.

A few examples run with all other tests. ``python -m tests.fuzz`` goes on as long as somebody lets it.
"""
