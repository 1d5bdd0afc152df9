"""Typing what somebody wrote on paper: whose forms wait, and the way into them."""
