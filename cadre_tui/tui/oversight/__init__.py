"""Watching over a round: the county at a glance, its people, reminders, the bulletin, the audit log."""
