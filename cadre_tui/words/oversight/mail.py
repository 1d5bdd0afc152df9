"""Reminders as mail messages (RFC 5322): made here, sent by whatever sends mail in the office."""

from collections.abc import Iterator, Sequence
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from cadre_tui.model.fault import BadInput
from cadre_tui.model.oversight.progress import Missing
from cadre_tui.model.rounds.round import Round
from cadre_tui.words.oversight import reminders

HERE = "{id}"


def messages(
    held: Round, whom: Sequence[Missing], template: str, sender: str | None
) -> Iterator[tuple[Missing, bytes | None]]:
    """A message a person; None where the person's id makes no address.

    ``template`` is how addresses are written, ``{id}@qinghe.example``; an id that is an address needs ``{id}``.

    Raises:
        BadInput: the template, or the sender, cannot be an address.
    """
    if HERE not in template or ("@" not in template and template != HERE) or _address("a1@a", template) is None:
        raise BadInput("remind-address-wrong", address=template)
    if sender is not None and _address(sender, HERE) is None:
        raise BadInput("remind-address-wrong", address=sender)
    for each in whom:
        to = _address(each.person.id, template)
        yield each, None if to is None else _message(held, each, to, sender)


def _message(held: Round, one: Missing, to: str, sender: str | None) -> bytes:
    message = EmailMessage(policy=SMTP)
    if sender is not None:
        message["From"] = sender
    message["To"] = to
    message["Subject"] = reminders.subject(held)
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(reminders.for_one(held, one), charset="utf-8", cte="base64")
    return message.as_bytes()


def _address(person: str, template: str) -> str | None:
    written = template.replace(HERE, person)
    if template != HERE:
        written = template.replace(HERE, person.split("@", maxsplit=1)[0])
    try:
        spec = Address(addr_spec=written)
    except (ValueError, IndexError, MessageError):
        return None
    good = spec.username and spec.domain and written.isascii() and written.isprintable() and " " not in written
    return written if good else None
