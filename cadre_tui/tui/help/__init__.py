"""The keys of a screen, and its commands to choose from."""
