"""The last step of every paper: its structure tree, bookmarks, and a file that says nothing about its maker.

Written with pikepdf into what ReportLab drew, from the list of parts in reports/tags.py (ISO 32000-2, 14.6 to
14.8). What was checked, and that this is no claim of PDF/UA, is in docs/report.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name

from nextrep.reports.tag_tree import Tree
from nextrep.reports.tags import Element, Mark, Role

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
        pages = [page.obj.objgen[0] for page in document.pages]
        tree = Tree(pages, int(document.trailer.Size), root)
        trailer = Dictionary(Size=tree.end, Root=document.trailer.Root, Info=document.trailer.Info).unparse()
    with pikepdf.open(BytesIO(_with_objects(drawn, tree.first, tree.objects, trailer))) as document:
        document.Root.StructTreeRoot = document.get_object(tree.first, 0)
        if tree.bookmarks:
            document.Root.Outlines = document.get_object(tree.bookmarks, 0)
        document.Root.MarkInfo = Dictionary(Marked=True)
        for index, page in enumerate(document.pages):
            page.obj.StructParents = index
            page.obj.Tabs = Name.S
        _make_neutral(document)
        out = BytesIO()
        document.save(
            out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, linearize=False
        )
    return out.getvalue()


def _with_objects(drawn: bytes, first: int, objects: Sequence[str], trailer: bytes) -> bytes:
    """Return a PDF with more objects, numbered from `first`: an incremental update (ISO 32000-2, 7.5.6)."""
    before = int(drawn[drawn.rindex(b"startxref") + 9 :].split()[0])
    place, places, written = len(drawn) + 1, [], [b""]
    for number, text in enumerate(objects, first):
        data = f"{number} 0 obj\n{text}\nendobj".encode("ascii")
        places.append(place)
        written.append(data)
        place += len(data) + 1
    rows = "".join(f"{at:010d} 00000 n \n" for at in places)
    end = trailer.decode("ascii").removesuffix(">>")
    table = f"xref\n{first} {len(objects)}\n{rows}"
    ending = f"trailer\n{end} /Prev {before} >>\nstartxref\n{place}\n%%EOF\n"
    return drawn + b"\n".join([*written, (table + ending).encode("ascii")])


def _drop_empty(element: Element) -> None:
    for part in element.parts:
        if isinstance(part, Element):
            _drop_empty(part)
    element.parts = [
        part for part in element.parts if isinstance(part, Mark) or part.parts or part.role in _KEPT_EMPTY
    ]


def _make_neutral(document: pikepdf.Pdf) -> None:
    """Leave nothing in the file's properties but its title: no name, no date, no program and no path."""
    for key in list(document.docinfo.keys()):
        if key != "/Title":
            del document.docinfo[key]
