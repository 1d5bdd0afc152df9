"""A bare key echo: what is pressed is shown."""

from textual.app import App, ComposeResult
from textual.events import Key
from textual.widgets import Static


class Echo(App[None]):
    """One line that shows the last key and how many there were."""

    count = 0

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static("-", markup=False)

    def on_key(self, event: Key) -> None:
        """Show the key."""
        self.count += 1
        self.query_one(Static).update(f"{event.key} {self.count}")


if __name__ == "__main__":
    Echo().run()
