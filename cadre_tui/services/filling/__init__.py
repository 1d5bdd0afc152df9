"""What a person is asked for and fills in."""
