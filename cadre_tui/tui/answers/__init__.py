"""An answer at the keyboard: what is typed, and how a row of a form shows it. Pure."""
