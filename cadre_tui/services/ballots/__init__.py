"""Voting by ballot: slips are printed, ballots handed in by code, boxes closed and opened by two tellers."""
