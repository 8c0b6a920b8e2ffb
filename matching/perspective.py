"""The two sides experience is told from; "own" is patient and brukare alike, as who gives the care is not the point."""

OWN, RELATED = "own", "related"
_OWN_LABELS = frozenset({"patient", "brukare"})


def sides(perspectives: tuple[str, ...]) -> frozenset[str]:
    """Return the stated perspectives as sides; empty when none is stated."""
    found = set()
    if _OWN_LABELS & set(perspectives):
        found.add(OWN)
    if "närstående" in perspectives:
        found.add(RELATED)
    return frozenset(found)
