"""The papers of whoever watches over a round: reminders, the list of who is missing, the bulletin."""
