"""What is wrong with a table of terms: which row, and what to do about it, in Swedish for the lead who keeps it.

Reading a table never stops at a fault (a wrong row is worth less than the other two hundred), so this is where a lead
learns of one: `synonym_faults` for a register's own file, `packaged_faults` for the four tables of the product.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from medverkan.matching.vocabulary import FOCUS_AREAS, NOTHING, RESOURCES, load
from medverkan.matching.wordlists import listed

SHORTEST_OPEN = 3
STRENGTHS = frozenset({"strong", "weak", "never"})
RELATIONS = frozenset({"is_a", "near", "differs"})
_ABBREVIATION = re.compile(r"[A-ZÅÄÖ0-9]{2,}")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: the row of the file as an editor numbers it (0 for the whole file), and what to do."""

    row: int
    text: str

    def __str__(self) -> str:
        """Return it as one line."""
        return f"Rad {self.row}: {self.text}" if self.row else self.text


def synonym_faults(path: Path) -> tuple[Fault, ...]:
    """Return what is wrong with a register's own synonyms. Total: a file that cannot be read is a fault too."""
    rows, fault = _read(path, {"concept", "synonyms"})
    if fault:
        return (fault,)
    return tuple(found for number, row in rows for found in _own_row(number, row))


def packaged_faults() -> tuple[Fault, ...]:
    """Return what is wrong with the tables of the product."""
    checks = (
        ("vocabulary", {"concept", "focus_area", "synonyms"}, _concept_row),
        ("phrases", {"concept", "strength", "phrases"}, _phrase_row),
        ("relations", {"concept", "relation", "other", "weight"}, _relation_row),
        ("broad", {"concept", "weight"}, _broad_row),
    )
    found: list[Fault] = []
    for name, columns, check in checks:
        rows, fault = _read(RESOURCES / f"{name}.csv", columns)
        found += [fault] if fault else []
        found += [Fault(f.row, f"{name}.csv: {f.text}") for number, row in rows for f in check(number, row)]
    return tuple(found)


def _read(path: Path, columns: set[str]) -> tuple[list[tuple[int, Mapping[str, str]]], Fault | None]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        return [], Fault(0, f"{path.name} är inte sparad som UTF-8. Spara om den som ”CSV UTF-8”.")
    except OSError:
        return [], Fault(0, f"{path.name} går inte att läsa. Kontrollera att filen finns och får läsas.")
    reader = csv.DictReader(text.splitlines(), restkey="over")
    missing = sorted(columns - set(reader.fieldnames or ()))
    if missing:
        first = ",".join(sorted(columns))
        return [], Fault(1, f"kolumnen {' och '.join(missing)} saknas. Första raden ska vara {first}, med kommatecken.")
    try:
        return [(reader.line_num, row) for row in reader], None
    except csv.Error:
        return [], Fault(reader.line_num, "raden går inte att läsa. Finns det ett ensamt citattecken?")


def _own_row(number: int, row: Mapping[str, str]) -> Iterator[Fault]:
    concept, area = (row.get("concept") or "").strip(), (row.get("focus_area") or "").strip()
    terms = _parts(row.get("synonyms"))
    if not concept and not terms:
        return
    if row.get("over"):
        yield Fault(number, "det finns för många kommatecken. Skilj orden åt med semikolon.")
    if not concept:
        yield Fault(number, "begreppet saknas. Skriv det i första kolumnen.")
        return
    if concept not in load().areas and not area:
        yield Fault(number, f"”{concept}” är inget känt begrepp.{_meant(concept)} Är det nytt: fyll i focus_area.")
    if area and area not in FOCUS_AREAS:
        yield Fault(number, f"”{area}” är inget fokusområde. Välj bland: {', '.join(FOCUS_AREAS)}.")
    if not terms:
        yield Fault(number, f"”{concept}” har inga ord. Skriv dem i kolumnen synonyms, med semikolon emellan.")
    for term in terms:
        yield from _term(number, term)
        yield from _taken(number, concept, term)


def _concept_row(number: int, row: Mapping[str, str]) -> Iterator[Fault]:
    if row["focus_area"] and row["focus_area"] not in FOCUS_AREAS:
        yield Fault(number, f"”{row['focus_area']}” är inget fokusområde.")
    for term in _parts(row["synonyms"]):
        yield from _term(number, term)


def _phrase_row(number: int, row: Mapping[str, str]) -> Iterator[Fault]:
    if row["concept"] not in {NOTHING, "*"}:
        yield from _known(number, row["concept"])
    if row["strength"] not in STRENGTHS and not _share(row["strength"]):
        yield Fault(number, f"”{row['strength']}” är ingen styrka. Skriv strong, weak, never eller ett tal under 1.")
    if row["concept"] != "*":
        for term in _parts(row["phrases"]):
            yield from _term(number, term)


def _relation_row(number: int, row: Mapping[str, str]) -> Iterator[Fault]:
    yield from _known(number, f"{row['concept']};{row['other']}")
    if row["relation"] not in RELATIONS:
        yield Fault(number, f"”{row['relation']}” är inget samband. Skriv is_a, near eller differs.")
    if not _share(row["weight"]):
        yield Fault(number, f"”{row['weight']}” är ingen vikt. Skriv ett tal mellan 0 och 1, med punkt.")


def _broad_row(number: int, row: Mapping[str, str]) -> Iterator[Fault]:
    yield from _known(number, row["concept"])
    if not _share(row["weight"]):
        yield Fault(number, f"”{row['weight']}” är ingen vikt. Skriv ett tal mellan 0 och 1, med punkt.")


def _known(number: int, concepts: str) -> Iterator[Fault]:
    for concept in _parts(concepts):
        if concept not in load().areas:
            yield Fault(number, f"”{concept}” är inget känt begrepp.{_meant(concept)}")


def _term(number: int, term: str) -> Iterator[Fault]:
    words = term.split()
    for word in words:
        for part in word.split("/") if word != ".." else ():
            bare = part.strip("*=")
            if part.startswith("@"):
                yield from _list(number, part[1:])
            elif not bare:
                yield Fault(number, f"”{term}”: ett tecken står utan ord. Ta bort det.")
            elif part.endswith("*") and len(bare) < SHORTEST_OPEN and not bare.isdigit():
                yield Fault(number, f"”{term}”: för få bokstäver före stjärnan. Skriv minst {SHORTEST_OPEN}.")
    if words and ".." in (words[0], words[-1]):
        yield Fault(number, f"”{term}”: två punkter ska stå mellan ord. Ta bort dem.")
    if len(words) == 1 and _ordinary(term):
        yield Fault(number, f"”{term}” är ett för vanligt ord. Skriv ett längre ord eller flera ord i följd.")


def _ordinary(term: str) -> bool:
    bare = term.strip("*=")
    short = len(bare) < SHORTEST_OPEN and not _ABBREVIATION.fullmatch(bare) and not term.startswith("=")
    return bool(bare) and (short or bare in listed("stop"))


def _list(number: int, name: str) -> Iterator[Fault]:
    try:
        listed(name)
    except KeyError:
        yield Fault(number, f"”@{name}” finns inte. Välj @barn, @partner, @förälder, @syskon eller @anhörig.")


def _taken(number: int, concept: str, term: str) -> Iterator[Fault]:
    others = sorted({other for other in load().named_by(term) if other != concept})
    if others:
        yield Fault(number, f"”{term}” betyder redan {' och '.join(others)}. Ta bort det, om det inte ska betyda båda.")


def _meant(concept: str) -> str:
    from rapidfuzz import process

    near = process.extractOne(concept, load().names, score_cutoff=75)
    return f" Menade du ”{near[0]}”?" if near else ""


def _share(text: str) -> bool:
    try:
        return 0.0 <= float(text) <= 1.0
    except ValueError:
        return False


def _parts(text: str | None) -> list[str]:
    return [part.strip() for part in (text or "").split(";") if part.strip()]
