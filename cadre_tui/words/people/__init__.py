"""People, accounts and slips in words."""
