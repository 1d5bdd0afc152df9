"""A table of people -> people and units, or every faulty cell with what to write instead."""
