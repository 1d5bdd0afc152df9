"""One sentence above the bottom line: what was refused, or what was done."""

from cadre_tui.tui.widgets.told_text import ToldText


class NoticeLine(ToldText):
    """Takes no room while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__("")

    def say(self, words: str, *, wrong: bool = False) -> None:
        """Show a sentence; an empty one takes the line away."""
        self.set_class(wrong, "-wrong")
        self.display = bool(words)
        self.tell(words)
