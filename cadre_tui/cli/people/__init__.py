"""Who is in the county, and how they prove who they are."""
