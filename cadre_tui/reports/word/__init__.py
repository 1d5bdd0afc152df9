"""Documents as Word files, in the manner of official papers (GB/T 9704-2012)."""
