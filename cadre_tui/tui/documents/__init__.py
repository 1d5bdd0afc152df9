"""The documents of a round, made from the app."""
