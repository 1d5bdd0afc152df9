"""The nouns: frozen models and enums that know nothing of files, screens or plugins."""
