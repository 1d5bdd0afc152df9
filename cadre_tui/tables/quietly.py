"""What a library tells by itself while it reads a file."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout


@contextmanager
def quietly() -> Iterator[None]:
    """What openpyxl warns of and prints goes to nobody.

    It is about what it does not keep, and nothing is written back; it is in English, names folders of the machine,
    and would stand in the middle of an answer.
    """
    with warnings.catch_warnings(), redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")
        yield
