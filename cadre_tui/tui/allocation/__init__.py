"""Who rates whom in a round, for the organiser: dealing out, looking up, changing by hand."""
