"""Lines of an export: a head and values, parted by semicolons or commas, with or without quotation marks.

A value in quotation marks may hold the sign that parts the others, and line breaks.
"""

import csv

MIN_SIGNS = 5
MIN_COMMAS = 8
MAX_JOINED = 30


def is_export(text: str) -> bool:
    """Tell whether a text has quoted cells at all, so that its lines may have to be joined."""
    return '";"' in text or '","' in text or '";' in text


def whole_lines(lines: list[str]) -> list[str]:
    """Join the lines of one export line whose quoted value goes over several."""
    joined: list[str] = []
    open_ = 0  # how many lines the open one has taken
    for line in lines:
        if open_ and open_ < MAX_JOINED:
            joined[-1] = f"{joined[-1]}\n{line}"
        else:
            open_ = 0
            joined.append(line)
        is_odd = joined[-1].count('"') % 2 == 1
        begins = joined[-1].count('";"') + joined[-1].count('","') >= 2
        open_ = open_ + 1 if is_odd and begins else 0
    return joined


def cells_of_line(line: str) -> tuple[str, ...]:
    """Return the cells of a line of an export, () where it holds too few to be one."""
    semicolons, commas = line.count(";"), line.count(",")
    quoted = line[:1] == '"'
    if semicolons < MIN_SIGNS and not (quoted and '","' in line and commas >= MIN_SIGNS) and commas < MIN_COMMAS:
        return ()
    by_comma = line.count('","') > line.count('";"') if quoted else semicolons < MIN_SIGNS
    if by_comma and not quoted and ", " in line and '"' not in line:
        # A sentence with many commas.
        return ()
    try:
        cells = next(csv.reader([line], delimiter="," if by_comma else ";"), [])
    except csv.Error:
        return ()
    return tuple(cell.strip(' "') for cell in cells) if len(cells) > MIN_SIGNS else ()
