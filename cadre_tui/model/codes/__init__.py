"""The codes of what can be wrong with what comes from outside: checklists, rosters and round files, ratings."""
