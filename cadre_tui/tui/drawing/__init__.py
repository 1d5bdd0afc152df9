"""What is drawn, as data: signs, columns, lines, bars, lists. Pure, but for the filter of the ascii set."""
