"""The default engine: a folder of small TinyDB files."""
