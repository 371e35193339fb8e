"""The structure tree of a document as objects of its file (ISO 32000-2, 14.7), from the list of its parts.

Written as text and read back by pikepdf in one go: a report has over a thousand parts, and making each
through a library takes as long as drawing the pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nextrep.reports.tags import HEADINGS, Element, Mark


class Tree:
    """The objects of the tree.

    Attributes:
        first: number of the first object, the root of the tree; `end` is one more than the last.
        objects: what stands in each.
        bookmarks: number of the list of bookmarks, 0 without headings.
    """

    def __init__(self, pages: Sequence[int], first: int, root: Element) -> None:
        """Write the tree of `root`; `pages` are the object numbers of the pages."""
        self.first = first
        self.objects = ["", ""]
        self._pages = pages
        self._owners: list[dict[int, int]] = [{} for _page in pages]
        document = self._element(root, first)
        self.objects[0] = (
            f"<</Type/StructTreeRoot/K {document} 0 R/ParentTree {first + 1} 0 R"
            f"/ParentTreeNextKey {len(pages)}>>"
        )
        owned = (
            " ".join(f"{owners[number]} 0 R" for number in range(len(owners))) for owners in self._owners
        )
        numbers = " ".join(f"{page}[{one}]" for page, one in enumerate(owned))
        self.objects[1] = f"<</Nums[{numbers}]>>"
        self.bookmarks = self._write_bookmarks(list(_headings(root)))

    @property
    def end(self) -> int:
        """The first number that is not taken."""
        return self.first + len(self.objects)

    def _element(self, element: Element, parent: int) -> int:
        """Write a part and what it consists of; return its number."""
        number = self.end
        self.objects.append("")
        home = next((part.page for part in element.parts if isinstance(part, Mark)), None)
        kids = [self._kid(part, number, home) for part in element.parts]
        entries = [f"/Type/StructElem/S/{element.role.value}/P {parent} 0 R"]
        if element.alt:
            entries.append(f"/Alt{_text(element.alt)}")
        if element.turned:
            entries.append(f"/ActualText{_text(element.text.strip())}")
        if element.scope is not None:
            entries.append(f"/A<</O/Table/Scope/{element.scope.value}>>")
        elif element.box is not None:
            box = " ".join(f"{side:.2f}" for side in element.box)
            entries.append(f"/A<</O/Layout/Placement/Block/BBox[{box}]>>")
        if home is not None:
            entries.append(f"/Pg {self._pages[home]} 0 R")
        if kids:
            entries.append("/K " + (kids[0] if len(kids) == 1 else f"[{' '.join(kids)}]"))
        self.objects[number - self.first] = f"<<{''.join(entries)}>>"
        return number

    def _write_bookmarks(self, headings: Sequence[tuple[str, int, float]]) -> int:
        """Write a list of bookmarks (12.3.3), one for each heading; return its number."""
        if not headings:
            return 0
        own, first, last = self.end, self.end + 1, self.end + len(headings)
        self.objects.append(f"<</Type/Outlines/First {first} 0 R/Last {last} 0 R/Count {len(headings)}>>")
        for number, (text, page, top) in enumerate(headings, first):
            before = f"/Prev {number - 1} 0 R" if number > first else ""
            after = f"/Next {number + 1} 0 R" if number < last else ""
            place = f"[{self._pages[page]} 0 R/XYZ 0 {top:.2f} 0]"
            self.objects.append(f"<</Title{_text(text)}/Parent {own} 0 R{before}{after}/Dest{place}>>")
        return own

    def _kid(self, part: Element | Mark, owner: int, home: int | None) -> str:
        if isinstance(part, Element):
            return f"{self._element(part, owner)} 0 R"
        self._owners[part.page][part.number] = owner
        if part.page == home:
            return str(part.number)
        return f"<</Type/MCR/Pg {self._pages[part.page]} 0 R/MCID {part.number}>>"


def _text(text: str) -> str:
    """Return a text string (7.9.2.2) of any characters."""
    return f"<feff{text.encode('utf-16-be').hex()}>"


def _headings(element: Element) -> Iterator[tuple[str, int, float]]:
    """Yield what each heading says, the index of its page and the y of its upper edge."""
    for part in element.parts:
        if isinstance(part, Mark):
            continue
        if part.role in HEADINGS and part.top is not None:
            first = next(mark for mark in part.parts if isinstance(mark, Mark))
            yield part.text.strip(), first.page, part.top
        yield from _headings(part)
