"""How a round's grades come about: the quota, ties and referred cases, and what organisers decide."""
