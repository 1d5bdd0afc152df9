"""What is read from the person, or from the script, that runs a command. A secret is never shown."""

import sys

import click

from cadre_tui.locale import _
from cadre_tui.model.refusal import BadInput

YES = {"y", "yes", "是", "好"}

LONGEST_LINE = 10_000
"""Characters: what is longer is no answer of a person's."""


def at_a_terminal() -> bool:
    """Whether a person types, and no script writes."""
    return bool(sys.stdin and sys.stdin.isatty())


def line(question: str) -> str:
    """One line: typed after the question, else the next of standard input.

    Raises:
        BadInput: there is none.
    """
    if at_a_terminal():
        click.echo(question, nl=False, err=True)
    return _next(question)


def secret(question: str) -> str:
    """One line that nobody sees: typed without echo, else the next of standard input.

    Raises:
        BadInput: there is none.
    """
    if not at_a_terminal():
        return _next(question)
    from getpass import getpass  # noqa: PLC0415 - only at a terminal

    return getpass(question)


def new_password(question: str) -> str:
    """A password to be: typed twice, else one line of standard input.

    Raises:
        BadInput: there is none, or the two differ.
    """
    password = secret(question)
    if at_a_terminal() and secret(_("再输一次：")) != password:
        raise BadInput("passwords-differ")
    return password


def agreed(question: str) -> bool:
    """Whether the answer is yes; no answer at all is none."""
    if at_a_terminal():
        click.echo(question + _("（y 是，其他键不是）"), nl=False, err=True)
    return _read().strip().lower() in YES


def _next(question: str) -> str:
    written = _read()
    if not written:
        raise BadInput("nothing-to-read", question=question.rstrip("：: "))
    return written.rstrip("\r\n")


def _read() -> str:
    """The next line of standard input; nothing where it has ended."""
    try:
        written = sys.stdin.readline(LONGEST_LINE) if sys.stdin else ""
        written.encode()
    except UnicodeError:
        raise BadInput("input-not-text") from None
    return written
