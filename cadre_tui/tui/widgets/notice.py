"""One sentence above the bottom line: what was refused, or what was done."""

from textual.content import Content
from textual.widgets import Static


class NoticeLine(Static):
    """Takes no room while there is nothing to say."""

    def say(self, words: str, *, wrong: bool = False) -> None:
        """Show a sentence; an empty one takes the line away."""
        self.set_class(wrong, "-wrong")
        self.display = bool(words)
        self.update(Content(words))
