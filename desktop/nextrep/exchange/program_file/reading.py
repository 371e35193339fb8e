"""From the bytes of a program file to a program: all of it, or what is wrong and where."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from nextrep.domain.errors import Cancelled, UserError
from nextrep.domain.exercise_facts import MAX_NAME_CHARS, check_own
from nextrep.domain.exercises import Equipment, Exercise, Level, Measure, Muscle, Pattern
from nextrep.domain.plan_edits import MAX_TITLE_CHARS
from nextrep.domain.plan_weeks import LONGEST_PLAN
from nextrep.domain.prescription import MAX_NOTE_CHARS
from nextrep.domain.shared_program import ReadProgram, SharedProgram, SharedSession
from nextrep.domain.text import tr
from nextrep.exchange.decoding import decode, read_bytes
from nextrep.exchange.program_file import values, words
from nextrep.exchange.program_file.fields import Fields
from nextrep.exchange.program_file.nodes import Node, Pairs, Problems, Scalar, read_tree
from nextrep.exchange.program_file.reading_exercise import exercise_name, read_exercise

MAX_BYTES = 2_000_000
MAX_SESSIONS = 2000
MAX_EXERCISES = 40
MAX_OWN = 300
MAX_PHASE_CHARS = 60
_MANY = 200
_NO_MINUTE: int | None = None
_NO_WEEKS: tuple[int, ...] = ()

Cancel = Callable[[], bool] | None


def read_program_file(path: Path, cancelled: Cancel = None) -> ReadProgram:
    """Read a program file.

    Raises:
        UserError: the file cannot be read at all.
        ProgramFileError: it is no program, made by a newer NextRep, or holds mistakes.
        Cancelled: `cancelled` said so.
    """
    return read_program(read_bytes(path), path.name, cancelled)


def read_program(data: bytes, name: str, cancelled: Cancel = None) -> ReadProgram:
    """Read the bytes of a program file; `name` is the file's, for messages.

    Raises:
        ProgramFileError: it is no program, made by a newer NextRep, or holds mistakes.
        Cancelled: `cancelled` said so.
    """
    problems = Problems()
    if len(data) > MAX_BYTES:
        problems.add_at(0, 0, tr("This file is larger than 2 MB, which no program is."))
        problems.refuse(name)
    try:
        text, _warnings = decode(data, name)
    except UserError:
        problems.add_at(0, 0, tr("This is not a text file, so it is no program."))
        problems.refuse(name)
        raise
    _check_signs(text, problems)
    problems.refuse(name)
    tree = read_tree(text, problems, cancelled)
    if tree is None:
        if words.MARK not in text or not problems.found:
            # A file of another kind is told so, and not where it is no YAML.
            problems = _no_program()
        problems.refuse(name)
    assert tree is not None
    _check_version(tree, problems)
    problems.refuse(name)
    reading = _Reading(problems, cancelled)
    program = reading.program(tree)
    problems.refuse(name)
    return ReadProgram(program, reading.lines)


def _check_signs(text: str, problems: Problems) -> None:
    """Note signs that no text has, which the parser would only count from the start of the file."""
    for number, line in enumerate(text.splitlines(), 1):
        column = next((n for n, c in enumerate(line, 1) if not _is_text(c)), 0)
        if column:
            problems.add_at(number, column, tr("There is a sign here that is no text."))


def _is_text(letter: str) -> bool:
    code = ord(letter)
    return letter == "\t" or (
        code >= 0x20 and code != 0x7F and not 0xD800 <= code < 0xE000 and code not in {0xFFFE, 0xFFFF}
    )


def _no_program() -> Problems:
    problems = Problems()
    text = tr(
        "This is not a program of NextRep: those have a line “{mark}: {version}”.",
        mark=words.MARK,
        version=words.VERSION,
    )
    problems.add_at(0, 0, text)
    return problems


def _check_version(tree: Node, problems: Problems) -> None:
    """Refuse another kind of file, and one that a newer NextRep made."""
    pairs = tree.pairs if isinstance(tree, Pairs) else []
    found = next((value for name, value in pairs if name.text.strip().lower() == words.MARK), None)
    if found is None:
        problems.found += _no_program().found
        return
    text = found.text.strip() if isinstance(found, Scalar) else ""
    if not (text.isascii() and text.isdigit() and 1 <= len(text) <= 9) or int(text) < 1:
        problems.add(
            found,
            tr("“{mark}” is the number of the format, {version}.", mark=words.MARK, version=words.VERSION),
        )
    elif int(text) > words.VERSION:
        problems.add(
            found,
            tr(
                "A newer NextRep made this file (format {theirs}; this one reads format {ours}). "
                "A newer NextRep opens it.",
                theirs=text,
                ours=words.VERSION,
            ),
        )


@dataclass(slots=True)
class _Reading:
    """Reads one tree.

    Attributes:
        lines: where each exercise is first named.
        sessions: what was read so far.
    """

    problems: Problems
    cancelled: Cancel
    lines: dict[str, int] = field(default_factory=dict)
    sessions: list[SharedSession] = field(default_factory=list)
    full: bool = False

    def program(self, tree: Node) -> SharedProgram:
        """Read the whole."""
        form = Fields(tree, words.PROGRAM, self.problems, tr("a program"))
        title = form.needed("title", partial(values.words, most=MAX_NAME_CHARS), "", tr("My program"))
        wanted = form.value("weeks", partial(values.whole, low=1, high=LONGEST_PLAN), 0)
        own = [self._own(node) for node in form.many("own-exercises", MAX_OWN)]
        for node in form.many("phases", _MANY):
            self._phase(node)
        last = max((session.week for session in self.sessions), default=1)
        if wanted and last > wanted:
            self.problems.add(
                form.place("weeks"),
                tr(
                    "The program has {weeks} weeks, and there is a session in week {last}.",
                    weeks=wanted,
                    last=last,
                ),
            )
        self.sessions.sort(key=lambda one: (one.week, one.day))
        return SharedProgram(
            title=" ".join(title.split()),
            weeks=wanted or last,
            sessions=tuple(self.sessions),
            own=tuple(one for one in own if one is not None),
            template=form.value("based-on", partial(values.words, most=MAX_NAME_CHARS), ""),
        )

    def _phase(self, node: Node) -> None:
        form = Fields(node, words.PHASE, self.problems, tr("a phase"))
        phase = form.value("phase", partial(values.words, most=MAX_PHASE_CHARS), "")
        for week in form.many("weeks", _MANY):
            self._week(week, phase)

    def _week(self, node: Node, phase: str) -> None:
        form = Fields(node, words.WEEK, self.problems, tr("a week"))
        weeks = form.needed("week", values.weeks, _NO_WEEKS, "1-4")
        made = [self._session(one, phase) for one in form.many("sessions", _MANY)]
        if len(self.sessions) + len(weeks) * len(made) > MAX_SESSIONS:
            if not self.full:
                self.problems.add(node, tr("The program has more than {n} sessions.", n=MAX_SESSIONS))
            self.full = True
            return
        self.sessions += [
            SharedSession(week, day, one.phase, one.title, one.exercises, one.minute, one.note)
            for week in weeks
            for day, one in made
        ]

    def _session(self, node: Node, phase: str) -> tuple[int, SharedSession]:
        if self.cancelled is not None and self.cancelled():
            raise Cancelled
        form = Fields(node, words.SESSION, self.problems, tr("a session"))
        title = form.needed("session", partial(values.words, most=MAX_TITLE_CHARS), "", tr("Full body A"))
        rows = [
            read_exercise(one, self.problems, self._mention) for one in form.many("exercises", MAX_EXERCISES)
        ]
        day = form.needed("day", values.day, 0, words.WEEKDAYS[0])
        return day, SharedSession(
            week=0,
            day=day,
            phase=form.value("phase", partial(values.words, most=MAX_PHASE_CHARS), phase),
            title=" ".join(title.split()),
            exercises=tuple(rows),
            minute=form.value("time", values.time_of_day, _NO_MINUTE),
            note=form.value("note", partial(values.words, most=MAX_NOTE_CHARS, lines=True), ""),
        )

    def _own(self, node: Node) -> Exercise | None:
        form = Fields(node, words.OWN, self.problems, tr("an own exercise"))
        name = form.needed("name", exercise_name, "", tr("Sandbag carry"))
        if not name:
            return None
        muscle = partial(values.choice, kind=Muscle)
        exercise = Exercise(
            key="",
            name=name,
            pattern=form.value("movement", partial(values.choice, kind=Pattern), Pattern.ISOLATION),
            measure=form.value("measured", partial(values.choice, kind=Measure), Measure.LOADED),
            primary=tuple(form.texts("muscles", len(Muscle), muscle)),
            secondary=tuple(form.texts("helping", len(Muscle), muscle)),
            equipment=tuple(form.texts("equipment", len(Equipment), partial(values.choice, kind=Equipment))),
            unilateral=form.value("one-side-at-a-time", values.yes_or_no, usual=False),
            level=form.value("level", partial(values.choice, kind=Level), Level.BEGINNER),
            note=form.value("note", partial(values.words, most=MAX_NOTE_CHARS, lines=True), ""),
            cue=form.value("cue", partial(values.words, most=MAX_NOTE_CHARS, lines=True), ""),
        )
        try:
            return check_own(exercise)
        except UserError as error:
            self.problems.add(node, str(error))
            return None

    def _mention(self, node: Node, name: str) -> None:
        self.lines.setdefault(name, node.line)
