"""What a round found."""
