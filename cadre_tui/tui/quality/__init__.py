"""How a round's raters rated: the list, one rater, the decision, and whose grades differ."""
