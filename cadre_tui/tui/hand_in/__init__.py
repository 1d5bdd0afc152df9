"""What is missing, and handing in."""
