"""Writing one text and sending it."""
