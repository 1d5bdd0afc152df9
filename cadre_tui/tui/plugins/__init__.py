"""Checklists and plugins: what there is, how each stands, enabling and disabling."""
