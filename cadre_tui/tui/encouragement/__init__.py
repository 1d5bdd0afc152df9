"""A word of encouragement to a colleague; what one received; what was reported."""
