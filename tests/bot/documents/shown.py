"""What a PDF shows."""

import pypdfium2


def text_of_pdf(content: bytes) -> str:
    """Return the text of all pages, each run of white space as one space."""
    with pypdfium2.PdfDocument(content) as document:
        pages = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    # A word that is parted at the end of a line is written with U+FFFE or a soft hyphen.
    return " ".join(" ".join(pages).replace("\ufffe", "-").split())
