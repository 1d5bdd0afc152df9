"""Who is there: sign-in and first use."""
