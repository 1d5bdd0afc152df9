"""Watching over rounds: progress, reminders, bulletins, appeals, the audit log."""
