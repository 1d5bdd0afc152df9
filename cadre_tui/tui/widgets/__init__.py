"""The pieces that several screens are put together from."""
