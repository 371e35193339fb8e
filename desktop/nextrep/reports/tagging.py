"""The last step of every paper: its structure tree, bookmarks, and a file that says nothing about its maker.

Written with pikepdf into what ReportLab drew, from the list of parts in reports/tags.py (ISO 32000-2, 14.6 to
14.8). What was checked, and that this is no claim of PDF/UA, is in docs/report.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from nextrep.reports.tags import HEADINGS, Element, Mark, Role

_KEPT_EMPTY = {Role.HEAD, Role.CELL}
"""A blank cell keeps its place, so that the cells after it stay in their columns."""


def finished(drawn: bytes, root: Element) -> bytes:
    """Return the document with its structure; the same input gives the same bytes.

    Args:
        drawn: the PDF as ReportLab wrote it, with marks in its pages.
        root: the list of its parts.
    """
    _drop_empty(root)
    with pikepdf.open(BytesIO(drawn)) as document:
        _Tree(document).write(root)
        _write_bookmarks(document, root)
        _make_neutral(document)
        out = BytesIO()
        document.save(
            out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, linearize=False
        )
    return out.getvalue()


def _drop_empty(element: Element) -> None:
    for part in element.parts:
        if isinstance(part, Element):
            _drop_empty(part)
    element.parts = [
        part for part in element.parts if isinstance(part, Mark) or part.parts or part.role in _KEPT_EMPTY
    ]


class _Tree:
    """Writes the structure tree of one document."""

    def __init__(self, document: pikepdf.Pdf) -> None:
        self._document = document
        self._pages = [page.obj for page in document.pages]
        self._owners: list[dict[int, Any]] = [{} for _page in self._pages]

    def write(self, root: Element) -> None:
        """Write tree and parent tree, and say that the document is tagged."""
        catalog = self._document.Root
        tree = self._document.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        tree.K = self._element(root, tree)
        numbers: list[Any] = []
        for index, (page, owners) in enumerate(zip(self._pages, self._owners, strict=True)):
            page.StructParents = index
            page.Tabs = Name.S
            owned = Array([owners[number] for number in range(len(owners))])
            numbers += [index, self._document.make_indirect(owned)]
        tree.ParentTree = self._document.make_indirect(Dictionary(Nums=Array(numbers)))
        tree.ParentTreeNextKey = len(self._pages)
        catalog.StructTreeRoot = tree
        catalog.MarkInfo = Dictionary(Marked=True)

    def _element(self, element: Element, parent: Any) -> Any:
        written = self._document.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{element.role}"), P=parent)
        )
        if element.alt:
            written.Alt = String(element.alt)
        if element.turned:
            written.ActualText = String(element.text.strip())
        attributes = _attributes(element)
        if attributes is not None:
            written.A = attributes
        marks = [part for part in element.parts if isinstance(part, Mark)]
        if marks:
            written.Pg = self._pages[marks[0].page]
        kids = [self._kid(part, written, marks[0].page if marks else 0) for part in element.parts]
        if kids:
            written.K = kids[0] if len(kids) == 1 else Array(kids)
        return written

    def _kid(self, part: Element | Mark, owner: Any, page: int) -> Any:
        if isinstance(part, Element):
            return self._element(part, owner)
        self._owners[part.page][part.number] = owner
        if part.page == page:
            return part.number
        return Dictionary(Type=Name.MCR, Pg=self._pages[part.page], MCID=part.number)


def _attributes(element: Element) -> Any:
    if element.scope is not None:
        return Dictionary(O=Name.Table, Scope=Name(f"/{element.scope}"))
    if element.box is not None:
        box = Array([round(side, 2) for side in element.box])
        return Dictionary(O=Name.Layout, Placement=Name.Block, BBox=box)
    return None


def _headings(element: Element) -> Iterator[tuple[str, int, float]]:
    """Yield what each heading says, the index of its page and the y of its upper edge."""
    for part in element.parts:
        if isinstance(part, Mark):
            continue
        if part.role in HEADINGS and part.top is not None:
            first = next(mark for mark in part.parts if isinstance(mark, Mark))
            yield part.text.strip(), first.page, part.top
        yield from _headings(part)


def _write_bookmarks(document: pikepdf.Pdf, root: Element) -> None:
    with document.open_outline() as outline:
        for text, page, top in _headings(root):
            item = pikepdf.OutlineItem(
                text, page, pikepdf.PageLocation.XYZ, left=0, top=round(top, 2), zoom=0
            )
            outline.root.append(item)


def _make_neutral(document: pikepdf.Pdf) -> None:
    """Leave nothing in the file's properties but its title: no name, no date, no program and no path."""
    for key in list(document.docinfo.keys()):
        if key != "/Title":
            del document.docinfo[key]
