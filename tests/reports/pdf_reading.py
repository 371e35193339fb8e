"""Looking into a finished PDF as its reader's program does."""

from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pypdfium2


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page, in one line each."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        texts = []
        for page in document:
            reader = page.get_textpage()
            texts.append(" ".join(reader.get_text_range().split()))
            reader.close()
            page.close()
        return texts
    finally:
        document.close()


def words_with_boxes(pdf: bytes, page_index: int) -> list[tuple[str, tuple[float, float, float, float]]]:
    """Each piece of text of a page with its (left, bottom, right, top) in points."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[page_index]
        reader = page.get_textpage()
        found = []
        for index in range(reader.count_rects()):
            box = reader.get_rect(index)
            found.append((reader.get_text_bounded(*box), box))
        reader.close()
        page.close()
        return found
    finally:
        document.close()


def fonts(pdf: bytes) -> Iterator[tuple[str, bool]]:
    """Name of every font in the file, and whether its letterforms are embedded."""
    with pikepdf.open(BytesIO(pdf)) as document:
        for found in document.objects:
            if isinstance(found, pikepdf.Dictionary) and found.get("/Type") == "/Font":
                descriptor = found.get("/FontDescriptor", {})
                yield str(found["/BaseFont"]), "/FontFile2" in descriptor


def outlines(pdf: bytes, page_index: int) -> list[tuple[float, float, float, float]]:
    """The (left, bottom, right, top) in points of everything drawn on a page that is no text."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[page_index]
        paths = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH])
        found = [tuple(path.get_bounds()) for path in paths]
        page.close()
        return found
    finally:
        document.close()


def colours(pdf: bytes) -> set[tuple[float, float, float]]:
    """Every colour that something is filled or drawn with, as red, green, blue of 0 to 1."""
    found = set()
    with pikepdf.open(BytesIO(pdf)) as document:
        for page in document.pages:
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) in {"rg", "RG"}:
                    red, green, blue = (float(part) for part in operands)
                    found.add((red, green, blue))
                assert str(operator) not in {"k", "K", "sc", "scn", "SC", "SCN"}
    return found


def font_sizes(pdf: bytes) -> set[float]:
    """The size in points of every piece of text that has a letter in it."""
    found = set()
    with pikepdf.open(BytesIO(pdf)) as document:
        for page in document.pages:
            size = 0.0
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) == "Tf":
                    size = float(operands[1])
                elif str(operator) == "Tj" and bytes(operands[0]).strip():
                    found.add(size)
    return found
