"""Take out what a form says where nobody has written: the prompts of Word's content controls.

Word marks them; but when a form was printed or converted, the mark is gone and the words are left.
"""

import re
from collections.abc import Sequence

from medverkan.mailbox.forms.finding.rows import Row

_PROMPT = re.compile(
    r"klicka (?:eller tryck )?här (?:för att|om du vill) (?:ange|skriva|välja|lägga till|infoga)(?: in)?"
    r"(?: (?:ett |en )?(?:text|datum|objekt|alternativ))?\.?(?!\w)|"
    r"klicka och skriv(?: text)?\.?(?!\w)|välj ett (?:objekt|alternativ)\.|"
    r"click (?:or tap )?(?:here )?to enter (?:a )?(?:text|date)\.?|choose an item\.",
    re.IGNORECASE,
)


def without_prompts(rows: Sequence[Row]) -> list[Row]:
    """Return rows without prompts; a cell that held one alone is empty."""
    return [
        row._replace(cells=tuple(_PROMPT.sub("", cell).strip() for cell in row.cells))
        if any(_PROMPT.search(cell) for cell in row.cells)
        else row
        for row in rows
    ]
