"""Words from elsewhere on their way to a terminal."""


def printable(text: str) -> str:
    """``text`` with a mark in place of whatever a terminal would obey, break a line at, or not be able to show."""
    return "".join(each if each.isprintable() or each == "\u3000" else "\ufffd" for each in text)
