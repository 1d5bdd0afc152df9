"""The check before a publication: every figure that could tell who gave what, why, and what is done about it."""

from collections.abc import Iterator

from cadre_tui.checklists.meaning import unchanged
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.results.disclosure import Done, Figure, Finding, Reason
from cadre_tui.model.rounds.round import Looked, Phase, Round
from cadre_tui.model.text import Text
from cadre_tui.scoring.disclosure import Cell
from cadre_tui.services import audit
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.results.looking import settled
from cadre_tui.services.results.peers import Peers
from cadre_tui.services.results.reader import Found, Reader
from cadre_tui.services.rounds import life
from cadre_tui.services.rounds.handed_in import state_of
from cadre_tui.services.rounds.voids import close_voids
from cadre_tui.services.session import Session
from cadre_tui.store import Document, keys


def check(session: Session, round_id: str) -> tuple[Finding, ...]:
    """The findings, person by person in the roster's order; never a value.

    In a confidential round that is about to be published it is noted that they were looked at: a condition of the
    publication. From the first look on what colleagues answered stands (see ``looking``).

    Raises:
        NotPermitted: people still fill in.
    """
    county = session.county
    held = life.find(county, round_id)
    permit(session, Act.CHECK_DISCLOSURE, phase=held.phase)
    held = settled(held, session)
    if held.phase is Phase.MODERATION and held.rules.confidential:
        close_voids(county, held.id)
    state = state_of(county, held)
    reader = Reader(county, held)
    findings = tuple(each for subject in reader.circle.people for each in _about(reader, reader.found(subject)))
    if held.phase is Phase.MODERATION and held.disclosure is not None and held.disclosure.state != state:
        _note(session, held, state, len(findings))
    return findings


def _note(session: Session, held: Round, state: str, count: int) -> None:
    """Note in the round that somebody looked, and at what."""
    looked = Looked(state=state, findings=count, by=session.person, at=session.county.now())

    def add(found: Document | None) -> Document:
        if (found or {}).get("phase") != Phase.MODERATION.value:
            return found or {}
        audit.note(session, "disclosure-read", round=held.id, findings=count, state=state)
        return {**(found or {}), "disclosure": looked.model_dump(mode="json")}

    session.county.store.change(keys.round_rules(held.id), add)


def _about(reader: Reader, found: Found) -> Iterator[Finding]:
    before = reader.found_before(found.subject)
    for key, peers in found.peers.items():
        wrote = any(
            answer.reason.strip()
            for each in found.sheets[key].by.get(Purpose.PEER, ())
            for answer in each.response.answers.values()
        )
        yield from _Checked(reader.held, found, peers, before).findings(wrote)


class _Checked:
    """One person, one checklist."""

    def __init__(self, held: Round, found: Found, peers: Peers, before: Found | None) -> None:
        self._rules = held.rules
        self._subject = found.subject
        unit = held.roster.unit(found.subject.unit)
        self._unit = unit.name if unit else ""
        self._peers = peers
        self._before = before

    def findings(self, wrote: bool) -> Iterator[Finding]:
        """What could tell something; ``wrote``: some colleague gave a reason."""
        peers = self._peers
        if not peers.raters:
            return
        if not self._rules.confidential:
            yield self._finding(Figure.PART, Reason.NAMED, Done.SHOWN)
            return
        if peers.withheld:
            yield self._finding(Figure.PART, Reason.FEW)
        else:
            yield from self._groups()
            yield from self._criteria()
            yield from self._changes()
        if wrote and peers.raters < self._rules.least_comments:
            yield self._finding(Figure.COMMENTS, Reason.COMMENTS)

    def _groups(self) -> Iterator[Finding]:
        for at, together in enumerate(self._peers.groups):
            came = [each for each in together.members if each.id != together.host and self._peers.counts[each.id]]
            if came:
                titles = tuple(each.title for each in came)
                yield self._finding(Figure.GROUP, Reason.SUB_GROUP, Done.MERGED, groups=titles)
            if self._peers.kept_back(at):
                yield self._finding(Figure.GROUP, self._why(Cell(None, at)), groups=self._titles(at))

    def _criteria(self) -> Iterator[Finding]:
        for cell in self._peers.hidden:
            if cell.row is None:
                continue
            if cell.column is None:
                yield self._finding(Figure.CRITERION, self._why(cell), criterion=cell.row)
            elif not self._peers.kept_back(cell.column):
                titles = self._titles(cell.column)
                yield self._finding(Figure.GROUP_CRITERION, self._why(cell), criterion=cell.row, groups=titles)

    def _changes(self) -> Iterator[Finding]:
        """Figures that are shown now and were not in the former round: the difference would tell what they were."""
        then = self._before.peers.get(self._peers.checklist.id) if self._before else None
        if then is None:
            return
        same = unchanged(then.checklist, self._peers.checklist)
        for criterion in self._peers.checklist.criteria():
            held = criterion.id in same and then.criterion_raters(criterion.id)
            if held and then.criterion(criterion.id) is None and self._peers.criterion(criterion.id) is not None:
                yield self._finding(Figure.CHANGE, Reason.FORMER, criterion=criterion.id)

    def _why(self, cell: Cell) -> Reason:
        return Reason(self._peers.hidden[cell].value)

    def _titles(self, at: int) -> tuple[Text, ...]:
        return tuple(each.title for each in self._peers.groups[at].members)

    def _finding(
        self,
        figure: Figure,
        why: Reason,
        done: Done = Done.WITHHELD,
        *,
        criterion: str | None = None,
        groups: tuple[Text, ...] = (),
    ) -> Finding:
        checklist = self._peers.checklist
        asked = checklist.criterion(criterion) if criterion else None
        return Finding(
            subject=self._subject,
            unit=self._unit,
            checklist=checklist.name,
            title=checklist.title,
            figure=figure,
            criterion=criterion,
            text=asked.text if asked else None,
            groups=groups,
            why=why,
            done=done,
        )
