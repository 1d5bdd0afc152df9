"""Study on the screen: one's plan and log, the calendar, the sign-in, what supervisors see."""
