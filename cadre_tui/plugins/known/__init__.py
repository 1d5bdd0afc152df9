"""The checklists that are known: offered, tailored, loaded, checked, switched on and off."""
