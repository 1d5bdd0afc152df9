"""What a round comes to before its publication: grades, the quota's line, what people decide."""
