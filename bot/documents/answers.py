"""Our own answer to a request, where the unit's own form cannot be filled in: the participant's contact details, and
the request as it was understood.
"""

from collections.abc import Sequence

from medverkan.bot.documents.pdf import Block, Facts, Heading, Text, pdf

TITLE = "Förfrågan om medverkan – svar"


def answer_document(
    number: str, contact: Sequence[tuple[str, str]], facts: Sequence[tuple[str, str]], *, minor: bool, within: str
) -> bytes:
    """Return the document as PDF: the number of the case, the contact details and the request, as (label, value).

    `within` is how soon the unit is to be in touch: "inom fem arbetsdagar".
    """
    blocks: list[Block] = [
        Text(f"Ärende {number}"),
        Heading("Person som vill medverka"),
        Facts(contact),
    ]
    if minor:
        blocks.append(Text("Personen är under 18 år. Ta all kontakt genom vårdnadshavaren."))
    blocks += [
        Text(f"Ta kontakt {within}. Använd uppgifterna bara till det här uppdraget."),
        Heading("Er förfrågan, så som vi har förstått den"),
        Facts(facts),
    ]
    return pdf(TITLE, blocks)
