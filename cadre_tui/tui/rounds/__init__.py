"""A round in an organiser's hands: made, opened, watched, ended, published, put away."""
