"""What a round found about many people together, in words and as plain tables."""
