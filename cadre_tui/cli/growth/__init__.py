"""Development: oneself against others as a table, and the plan that one makes."""
