"""The county's page: what a round found about many people together."""
