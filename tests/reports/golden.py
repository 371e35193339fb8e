"""A finished report as lines that can be read and compared: what stands where, in the order of reading."""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from itertools import groupby

import pikepdf

from tests.reports.pdf_reading import page_texts, words_with_boxes

SAME_LINE = 2.0
"""Pieces of text whose lower edges differ by less stand on one line, in points."""


def lines_of(pdf: bytes) -> list[str]:
    """Each page's lines as "left, top: words", whole points from the upper left corner; then its figures."""
    found = []
    with pikepdf.open(BytesIO(pdf)) as document:
        heights = [float(page.mediabox[3]) for page in document.pages]
        figures = _figures(document)
    for page, height in enumerate(heights):
        found.append(f"== page {page + 1} of {len(page_texts(pdf))} ==")
        found += _texts(pdf, page, height)
        found += [
            f"{left:4.0f} {height - top:4.0f}  [figure, {right - left:.0f} by {top - low:.0f}] {alt}"
            for on, (left, low, right, top), alt in figures
            if on == page
        ]
    return found


def _texts(pdf: bytes, page: int, height: float) -> list[str]:
    rows: list[list[tuple[str, tuple[float, float, float, float]]]] = []
    for text, box in words_with_boxes(pdf, page):
        words = " ".join(text.split())
        if not words:
            continue
        last = rows[-1][-1][1] if rows else None
        goes_on = last is not None and abs(last[1] - box[1]) < SAME_LINE and box[0] >= last[2] - 1
        if goes_on:
            rows[-1].append((words, box))
        else:
            rows.append([(words, box)])
    return [
        f"{row[0][1][0]:4.0f} {height - row[0][1][3]:4.0f}  {' | '.join(words for words, _box in row)}"
        for row in rows
    ]


def _figures(document: pikepdf.Pdf) -> list[tuple[int, tuple[float, ...], str]]:
    pages = {page.obj.objgen: index for index, page in enumerate(document.pages)}
    return [
        (pages[one.Pg.objgen], tuple(map(float, one.A.BBox)), " ".join(str(one.Alt).split()))
        for one in document.objects
        if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"
    ]


def moved(before: list[str], now: list[str]) -> list[str]:
    """What differs, a line each: words that went elsewhere, words that are gone, and words that are new."""
    old, new = _by_words(before), _by_words(now)
    said = []
    for words in dict.fromkeys([*old, *new]):
        was, here = Counter(old.get(words, [])), Counter(new.get(words, []))
        gone, come = list((was - here).elements()), list((here - was).elements())
        both = min(len(gone), len(come))
        said += [f"moved: {words!r} from {a} to {b}" for a, b in zip(gone, come, strict=False)]
        said += [f"gone: {words!r} from {place}" for place in gone[both:]]
        said += [f"new: {words!r} at {place}" for place in come[both:]]
    if not said and before != now:
        said = ["the same words at the same places, read in another order"]
    return said


def _by_words(lines: list[str]) -> dict[str, list[str]]:
    """Where each text stands, as "page 1 (42, 120)"."""
    page, placed = "", []
    for line in lines:
        if line.startswith("=="):
            page = " ".join(line.split()[1:3])
            placed.append((line, ""))
        else:
            placed.append((line[11:], f"{page} ({int(line[:4])}, {int(line[4:9])})"))
    ordered = sorted(placed, key=lambda one: one[0])
    return {words: [place for _, place in same] for words, same in groupby(ordered, key=lambda one: one[0])}
