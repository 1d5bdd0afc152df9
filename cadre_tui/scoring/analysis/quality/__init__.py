"""What to ask raters about: questions, never verdicts, each with how often honest raters would bring it about."""
