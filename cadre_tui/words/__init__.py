"""Sentences for codes: why a number is what it is, what is wrong with a file, why something was refused."""
