"""A checklist's form while its author writes the file: filled in as anybody would, stored nowhere."""
