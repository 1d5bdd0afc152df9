"""A checklist, what a county changes in it, what stands beside its texts."""
