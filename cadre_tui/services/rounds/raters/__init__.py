"""Who rates whom in a round: dealt out or listed, changed, made anew after the roster has changed."""
