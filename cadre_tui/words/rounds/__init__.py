"""A round in words: how it is called, its rules, its phases and what stands in their way, who rates whom."""
