"""Who is in the county: accounts, roster."""
