"""The structure of a tagged PDF, put together from the file alone as a screen reader does."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

Part = tuple[str, str, "list[Part]"]
"""Role, what it is said to show, and its parts."""
_DRAWING = {"f", "f*", "S", "s", "B", "Tj", "TJ", "Do"}


def structure(pdf: bytes) -> list[Part]:
    """The parts of the document in reading order."""
    with pikepdf.open(BytesIO(pdf)) as document:
        assert document.Root.MarkInfo.Marked
        tree = document.Root.StructTreeRoot
        _check_parent_tree(document, tree)
        assert Name.Document == tree.K.S
        return _part(tree.K)[2]


def flat(parts: list[Part]) -> list[str]:
    """Role of every part, in reading order."""
    return [role for part in parts for role in (part[0], *flat(part[2]))]


def marked_and_not(pdf: bytes) -> tuple[int, int]:
    """How many drawing operators lie in marked content, and how many outside of it."""
    counts = [0, 0]
    with pikepdf.open(BytesIO(pdf)) as document:
        for page in document.pages:
            depth = 0
            for operands, operator in pikepdf.parse_content_stream(page):
                name = str(operator)
                depth += (name in {"BMC", "BDC"}) - (name == "EMC")
                assert depth in (0, 1)
                if name in _DRAWING and not (name == "Tj" and not bytes(operands[0])):
                    counts[not depth] += 1
            assert depth == 0
    return counts[0], counts[1]


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", Array())
    return list(kids) if isinstance(kids, Array) else [kids]


def _part(element: Any) -> Part:
    inner = [kid for kid in _kids(element) if isinstance(kid, Dictionary) and kid.get("/Type") != Name.MCR]
    return str(element.S)[1:], str(element.get("/Alt", "")), [_part(kid) for kid in inner]


def _check_parent_tree(document: pikepdf.Pdf, tree: Any) -> None:
    """Every stretch of a page belongs to exactly one element, which knows it."""
    numbers = list(tree.ParentTree.Nums)
    owners = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    for page in document.pages:
        owned = list(owners[int(page.obj.StructParents)])
        contents = page.obj.Contents
        streams = contents if isinstance(contents, Array) else [contents]
        drawn = re.findall(rb"/MCID (\d+)", b"".join(stream.read_bytes() for stream in streams))
        assert list(map(int, drawn)) == list(range(len(owned)))
        for number, element in enumerate(owned):
            assert (page.obj.objgen, number) in set(_marks(element))


def _marks(element: Any) -> Iterator[tuple[tuple[int, int], int]]:
    for kid in _kids(element):
        if not isinstance(kid, Dictionary):
            yield element.Pg.objgen, int(kid)
        elif kid.get("/Type") == Name.MCR:
            yield kid.Pg.objgen, int(kid.MCID)
