"""Errata: the texts of a round's checklists, and other words beside them."""
