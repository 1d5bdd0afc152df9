"""Checklists and plugins in words."""
