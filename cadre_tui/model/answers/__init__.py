"""What is answered, how it is asked, what it scores."""
