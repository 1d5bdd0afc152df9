"""Development: oneself against others, the plan that one makes of it, and what became of the plan."""
