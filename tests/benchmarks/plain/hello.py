"""The least that a Textual app can be: what every other one is measured against."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Hello(App[None]):
    """One line of text."""

    def compose(self) -> ComposeResult:
        """Show it."""
        yield Static("Hello, world", markup=False)


if __name__ == "__main__":
    Hello().run()
