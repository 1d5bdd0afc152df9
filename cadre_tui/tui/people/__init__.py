"""Who there is in the county, for an organiser: the list, one person's page, and taking over a roster."""
