"""The terminal app: screens over the services, drawn from data, moved by the keyboard alone."""
