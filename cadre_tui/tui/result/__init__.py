"""Oneself beside colleagues, criterion by criterion; and the list of everybody's results."""
