"""A made-up county to try the program on: people, a finished round, a round under way."""
