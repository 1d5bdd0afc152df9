"""The rules of a round as they are written: templates, the file in and out, and whether they fit together."""
