"""The same criterion across all colleagues."""
