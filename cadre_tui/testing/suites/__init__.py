"""Conformance suites: a subclass of three lines holds a checklist, a kind or a scorer to what every one must hold."""
