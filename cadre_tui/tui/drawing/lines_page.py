"""Lines that are only read, as a page of a list. Pure."""

from collections.abc import Sequence

from cadre_tui.tui.drawing.parts import Line


class LinesPage:
    """Lines as they were wrapped. Nothing stays above them: what they are about is said in them."""

    def __init__(self, lines: Sequence[Line] = ()) -> None:
        self._lines = tuple(lines)

    def head(self, width: int) -> Sequence[Line]:
        """None."""
        del width
        return ()

    def __len__(self) -> int:
        return len(self._lines)

    def line(self, index: int, width: int) -> Line:
        """One of them."""
        del width
        return self._lines[index]
