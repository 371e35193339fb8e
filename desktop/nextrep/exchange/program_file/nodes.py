"""YAML as a tree with places: text, lists and names with values, no deeper than a program needs.

The tree is made from the parser's events, so that nothing of the file is ever turned into objects: no anchors
(which can blow a small file up), no tags, no types guessed from the look of a value ("no" is the word "no").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from nextrep.domain.errors import Cancelled
from nextrep.domain.shared_program import PROBLEMS_SHOWN, FileProblem, ProgramFileError
from nextrep.domain.text import tr

MAX_DEPTH = 16
_EVENTS_BETWEEN_LOOKS = 2000
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Node:
    """A part of the file; line and column count from 1."""

    line: int
    column: int


@dataclass(slots=True)
class Scalar(Node):
    """Text. Nothing, as in "note:", is empty."""

    text: str


@dataclass(slots=True)
class Items(Node):
    """A list."""

    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Pairs(Node):
    """Names with values, in the order of the file."""

    pairs: list[tuple[Scalar, Node]] = field(default_factory=list)
    waiting: Scalar | None = None


@dataclass(slots=True)
class Problems:
    """Gathers what is wrong; the first of them are kept, the rest is counted."""

    found: list[FileProblem] = field(default_factory=list)
    more: int = 0

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.found) + self.more

    def add(self, node: Node, text: str) -> None:
        """Note a problem at a place."""
        self.add_at(node.line, node.column, text)

    def add_at(self, line: int, column: int, text: str) -> None:
        """Note a problem at a line and column (from 1; 0 for the whole file)."""
        if len(self.found) < PROBLEMS_SHOWN:
            self.found.append(FileProblem(line, column, text))
        else:
            self.more += 1

    def refuse(self, name: str) -> None:
        """Raise what was found, if anything was.

        Raises:
            ProgramFileError: names the first problem; holds the others.
        """
        if not self.found:
            return
        self.found.sort(key=lambda one: (one.line, one.column))
        first = self.found[0]
        if first.line:
            message = tr("“{name}”, line {line}: {text}", name=name, line=first.line, text=first.text)
        else:
            message = tr("“{name}”: {text}", name=name, text=first.text)
        raise ProgramFileError(message, self.found, self.more)


class _Refused(Exception):  # noqa: N818 - a way out; what is wrong is noted
    """The tree cannot go on; the problem is noted."""


def read_tree(text: str, problems: Problems, cancelled: Callable[[], bool] | None = None) -> Node | None:
    """Return the tree of a text, or None where its form is at fault, which `problems` then say.

    Raises:
        Cancelled: `cancelled` said so.
    """
    try:
        return _build(_events(text, cancelled), problems)
    except _Refused:
        return None
    except yaml.MarkedYAMLError as error:
        problems.add_at(*_fault(error, text))
    except yaml.YAMLError:
        problems.add_at(0, 0, tr("This is not a text file of the right kind."))
    return None


def _events(text: str, cancelled: Callable[[], bool] | None) -> Iterator[yaml.Event]:
    for number, event in enumerate(yaml.parse(text, Loader=_LOADER)):
        if number % _EVENTS_BETWEEN_LOOKS == 0 and cancelled is not None and cancelled():
            raise Cancelled
        yield event


def _build(events: Iterator[yaml.Event], problems: Problems) -> Node | None:
    root: Node | None = None
    stack: list[Items | Pairs] = []
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent) and root is not None:
            _refuse(event, problems, tr("A file holds one program; here a second one begins."))
        if isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            stack.pop()
        if not isinstance(event, yaml.NodeEvent):
            continue
        node = _node(event, problems)
        if stack:
            _put(stack[-1], node, event, problems)
        else:
            root = node
        if isinstance(node, (Items, Pairs)):
            stack.append(node)
            if len(stack) > MAX_DEPTH:
                _refuse(event, problems, tr("This is nested deeper than a program can be."))
    return root


def _node(event: yaml.NodeEvent, problems: Problems) -> Node:
    line, column = _place(event)
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        _refuse(
            event,
            problems,
            tr("Names with & and * are not used here; write the part again, or put quotes around it."),
        )
    if getattr(event, "tag", None):
        _refuse(event, problems, tr("Marks with ! are not used here; put quotes around the text."))
    if isinstance(event, yaml.SequenceStartEvent):
        return Items(line, column)
    if isinstance(event, yaml.MappingStartEvent):
        return Pairs(line, column)
    assert isinstance(event, yaml.ScalarEvent)
    nothing = not event.style and event.value in {"~", "null"}
    return Scalar(line, column, "" if nothing else str(event.value))


def _put(parent: Items | Pairs, node: Node, event: yaml.NodeEvent, problems: Problems) -> None:
    if isinstance(parent, Items):
        parent.items.append(node)
    elif parent.waiting is not None:
        parent.pairs.append((parent.waiting, node))
        parent.waiting = None
    elif isinstance(node, Scalar):
        parent.waiting = node
    else:
        _refuse(event, problems, tr("Here a word with a colon is needed, such as “exercise: Goblet squat”."))


def _refuse(event: yaml.Event, problems: Problems, text: str) -> None:
    problems.add_at(*_place(event), text)
    raise _Refused


def _place(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark is not None else (0, 0)


def _fault(error: yaml.MarkedYAMLError, whole: str) -> tuple[int, int, str]:
    """Return line, column and words for what the YAML parser could not read."""
    mark = error.problem_mark or error.context_mark
    text = _plain(str(error.problem or ""))
    if mark is not None and _letter(whole, mark) == "\t":
        text = _plain("tab")
    if "quoted" in str(error.context or ""):
        # Where it opens helps; where it was missed is the end of the file.
        mark = error.context_mark or mark
        text = tr("A quote is opened and not closed, or what it holds is no text.")
    return (mark.line + 1, mark.column + 1, text) if mark is not None else (0, 0, text)


def _letter(whole: str, mark: yaml.Mark) -> str:
    """Return the letter at a mark; the parser written in C does not name it."""
    lines = whole.splitlines()
    line = lines[mark.line] if mark.line < len(lines) else ""
    return line[mark.column : mark.column + 1]


def _plain(problem: str) -> str:
    """Say in plain words what the YAML parser says in its own."""
    told = (
        ("\\t", tr("Indent with blanks here, not with a tab.")),
        ("tab", tr("Indent with blanks here, not with a tab.")),
        (
            "mapping values are not allowed",
            tr("A colon is not expected here. Put quotes around text that has one."),
        ),
        ("could not find expected ':'", tr("A colon is missing near here.")),
        (
            "did not find expected key",
            tr("The indentation does not fit the lines above, or a quote is not closed."),
        ),
        ("did not find expected '-'", tr("The indentation of this list does not fit the lines above.")),
        ("cannot start any token", tr("Put quotes around text that begins with such a sign.")),
        ("control characters", tr("There is a sign here that is no text.")),
    )
    for part, words in told:
        if part in problem:
            return words
    return tr("This line cannot be read; look at its indentation, colons and quotes.")
