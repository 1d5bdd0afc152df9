"""看自己: what a result says before its figures; the plan made of it, and what became of the plan."""
