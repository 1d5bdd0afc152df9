"""What is installed and what may run: found without importing, enabled by name and version."""
