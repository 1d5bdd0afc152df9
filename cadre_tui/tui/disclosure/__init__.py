"""What could tell who gave what: the check before publication, and raw material."""
