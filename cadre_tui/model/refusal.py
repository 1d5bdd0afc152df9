"""Refusals: what a person is told in one sentence. Light, since whatever starts must be able to refuse."""

from typing import Any


class CadreError(Exception):
    """Something that a person is told in one sentence, with what to do; never a traceback.

    ``code`` names the sentence in ``words.refusals``; ``values`` fill it; ``faults`` (see ``model.fault``) lists each
    single cause. ``exit_code`` is the process's answer: 1 not right, 2 bad input, 3 not permitted, 4 store
    damaged.
    """

    exit_code = 2

    def __init__(self, code: str, faults: tuple[Any, ...] = (), **values: Any) -> None:
        super().__init__(code)
        self.code = code
        self.values = values
        self.faults = faults


class NotRight(CadreError):
    """The thing asked about is not right: a faulty checklist, a failed verification."""

    exit_code = 1


class BadInput(CadreError):
    """What was given cannot be used; nothing was changed."""

    exit_code = 2


class NotPermitted(CadreError):
    """The session that acts may not do this."""

    exit_code = 3


class StoreFailure(CadreError):
    """The store is damaged or out of reach."""

    exit_code = 4
