"""People and their accounts; the roster and its history."""
