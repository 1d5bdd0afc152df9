"""What there is to do and to look at; how far a round has come."""
