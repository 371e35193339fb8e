"""Names with values, read one by one: what is missing, unknown, there twice or of the wrong kind is noted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import get_close_matches
from typing import TypeVar

from nextrep.domain.errors import UserError
from nextrep.domain.text import tr
from nextrep.exchange.program_file.nodes import Items, Node, Pairs, Problems, Scalar

T = TypeVar("T")
U = TypeVar("U")


class Fields:
    """A part of the file with names; a name that is empty counts as not there.

    Attributes:
        node: where it stands.
    """

    def __init__(self, node: Node, known: Sequence[str], problems: Problems, what: str) -> None:
        """Take the part at hand.

        Args:
            node: a part of the tree; another kind than names with values is a problem.
            known: the names that may be in it.
            problems: takes what is wrong.
            what: names the part, for example "a session".
        """
        self.node = node
        self._problems = problems
        self._found: dict[str, Node] = {}
        self._meant: set[str] = set()
        if not isinstance(node, Pairs):
            problems.add(
                node,
                tr("{what} is written as names with values, such as “{name}: …”.", what=what, name=known[0]),
            )
            return
        for name, value in node.pairs:
            key = " ".join(name.text.lower().split())
            if key not in known:
                problems.add(name, self._unknown(name.text, known, what))
            elif key in self._found:
                problems.add(name, tr("“{name}” is here twice.", name=key))
            elif not (isinstance(value, Scalar) and not value.text.strip()):
                self._found[key] = value

    def __contains__(self, name: str) -> bool:
        return name in self._found

    def place(self, name: str) -> Node:
        """Return where a value stands, or else the part itself."""
        return self._found.get(name, self.node)

    def value(self, name: str, read: Callable[[str], T], usual: T) -> T:
        """Read a value; `usual` if it is not there or cannot be read."""
        node = self._found.get(name)
        return usual if node is None else self.read(node, read, usual, name)

    def needed(self, name: str, read: Callable[[str], T], usual: T, example: str) -> T:
        """Read a value that must be there."""
        told = name in self._found or name in self._meant
        if not told and isinstance(self.node, Pairs):
            self._problems.add(
                self.node,
                tr("“{name}” is missing here, such as “{name}: {example}”.", name=name, example=example),
            )
        return self.value(name, read, usual)

    def read(self, node: Node, read: Callable[[str], T], usual: U, name: str) -> T | U:
        """Read the text of a node."""
        if not isinstance(node, Scalar):
            self._problems.add(node, tr("“{name}” is a single value.", name=name))
            return usual
        try:
            return read(node.text)
        except UserError as error:
            self._problems.add(node, str(error))
            return usual

    def many(self, name: str, most: int) -> list[Node]:
        """Return the items of a list; a single value counts as a list of one."""
        node = self._found.get(name)
        if node is None:
            return []
        if isinstance(node, Scalar):
            return [node]
        if not isinstance(node, Items):
            self._problems.add(node, tr("“{name}” is a list; each item begins with “- ”.", name=name))
            return []
        if len(node.items) > most:
            self._problems.add(
                node,
                tr("“{name}” has {n} items; {most} is the most.", name=name, n=len(node.items), most=most),
            )
        return node.items[:most]

    def texts(self, name: str, most: int, read: Callable[[str], T]) -> list[T]:
        """Read a list of values; those that cannot be read fall out."""
        return self.read_all(self.many(name, most), read, name)

    def read_all(self, nodes: Sequence[Node], read: Callable[[str], T], name: str) -> list[T]:
        """Read the texts of some nodes; those that cannot be read fall out."""
        found: list[T] = []
        for node in nodes:
            value = self.read(node, read, None, name)
            if value is not None:
                found.append(value)
        return found

    def _unknown(self, name: str, known: Sequence[str], what: str) -> str:
        close = get_close_matches(name.lower(), known, n=1)
        shown = " ".join(name.split())[:40]
        if not close:
            return tr("“{name}” is not known in {what}.", name=shown, what=what)
        self._meant.add(close[0])  # that it is missing need not be said as well
        return tr(
            "“{name}” is not known in {what}. Is “{close}” meant?", name=shown, what=what, close=close[0]
        )
