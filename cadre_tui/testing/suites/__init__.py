"""Conformance suites: a subclass of three lines holds what a plugin gives to what every one of its sort must hold."""
