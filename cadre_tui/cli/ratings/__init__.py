"""Commands on tables of ratings."""
