"""What hooks give: frozen descriptors, each a name, a title, and pure functions or data."""
