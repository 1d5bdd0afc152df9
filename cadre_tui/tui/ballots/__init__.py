"""Votes by ballot: the code, the ballot, handing it in; the organiser's and the tellers' pages."""
