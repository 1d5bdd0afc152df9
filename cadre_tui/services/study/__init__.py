"""Study: its plan, its calendar and register, the facts that forms take from them, and what supervisors see."""
