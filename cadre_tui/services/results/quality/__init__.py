"""How the raters of a round rated, and whose votes do not count."""
