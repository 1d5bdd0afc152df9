"""Calling what a plugin gives: each call guarded, its answer validated, its faults kept."""
