"""Documents: who may have them made, and where they are put. What they say is worded in ``words.documents``."""
