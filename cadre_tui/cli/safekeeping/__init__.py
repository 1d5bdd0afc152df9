"""Keeping a county's data safe: looking it through, mending, backups."""
