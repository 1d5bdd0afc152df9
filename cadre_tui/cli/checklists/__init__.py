"""Checklists, and responses to them from files."""
