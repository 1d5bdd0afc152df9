"""Whether a county's data are whole, for its organisers."""
