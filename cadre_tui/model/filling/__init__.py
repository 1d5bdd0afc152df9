"""What there is to do, and the form it is done in."""
