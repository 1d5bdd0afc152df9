"""What goes with a round beside its scores: progress, appeals, remedies, encouragement, paper forms, the log."""
