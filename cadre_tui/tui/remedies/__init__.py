"""The remedy list: what has to be put right, by whom and by when."""
