"""The nouns of a vote by ballot: codes, the form, the box, what is told of it."""
