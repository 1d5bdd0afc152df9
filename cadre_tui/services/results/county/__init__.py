"""What a round found about the county, its units and its levels: made of people's results as they are shown."""
