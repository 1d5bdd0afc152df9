"""Learning evaluations for the cadres of a county, in the terminal."""

__version__ = "0.1.0"
