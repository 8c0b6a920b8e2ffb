"""Word the question that goes back when a reply is unclear: short, true, and so that the next answer is easy.

A reason says what the reader is unsure of, never what the writer did: that may be wrong. The people are
listed with their numbers, because a number is the surest answer.
"""

from collections.abc import Sequence

from medverkan.mailbox.values import Candidate, Stage

NOBODY_NAMED = "Jag ser inte vilka du menar."
EMPTY = "Jag hittade inget svar i ditt mejl."
NOT_UNDERSTOOD = "Jag är inte säker på att jag förstår ditt svar rätt."
CONDITION = "Det kan finnas ett villkor i ditt svar, och jag vill inte gissa."
HESITATION = "Jag är inte säker på om du har bestämt dig."
ASKED = "Det ser ut som en fråga, och jag vet inte om du också har bestämt dig."
CONTRADICTION = "Jag är inte säker på om du säger ja eller nej."
EITHER_OR = "Jag är inte säker på vilka av dem du menar."
ORDER = "Ska alla som du nämner tillfrågas, eller någon av dem bara om det behövs?"
NO_LIST = "Jag vet inte vilken lista ditt svar gäller, och utan personerna på den kan jag inte läsa svaret."
REST_UNSAID = "Jag ser ett nej, men inte om du vill gå vidare med någon av de andra."
ALL_OR_LISTED = "Menar du alla på listan, eller bara dem du nämner?"
RESERVE_UNCLEAR = "Jag är inte säker på vem som ska vara reserv."
CORRECTION = "Det ser ut som att du har ändrat dig, och jag är inte säker på vad som gäller nu."
WHO_GUESSED = "Jag är inte säker på om det är bestämt eller en gissning."
ONE_MORE = "Jag vet inte om du menar någon mer än dem du nämner."
DETAILS_UNSURE = "Jag är inte säker på vems kontaktuppgifter som får lämnas ut."


def not_listed(name: str) -> str:
    """Say that a word that may be a name is nobody's on the list."""
    return f"Jag hittar ingen ”{name}” på listan."


def listed(people: int) -> str:
    """Say how many people there are."""
    return f"Det står {people} {'person' if people == 1 else 'personer'} på listan"


def both_ways(name: str) -> str:
    """Say that the outcome of one call reads in two ways."""
    return f"Jag kan läsa ditt svar om {name} på olika sätt. Hur slutade samtalet?"


def ending_unsure(name: str) -> str:
    """Say whose call it is whose outcome is not clear."""
    return f"Jag är inte säker på hur det gick med {name}: ja, nej, inget svar eller ring igen?"


def who_else(names: Sequence[str]) -> str:
    """Ask whether people named beside the picks are picked too."""
    return f"Jag är inte säker på om du också vill ha {' och '.join(names)}."


def ask_back(reason: str, candidates: Sequence[Candidate], stage: Stage) -> str:
    """Return the whole question: why, the people, and how to answer."""
    if not candidates:
        return reason
    people = "\n".join(f"{candidate.number}. {candidate.name}" for candidate in candidates)
    return f"{reason}\n\n{people}\n\n{_how(candidates, stage)}".strip()


def _how(candidates: Sequence[Candidate], stage: Stage) -> str:
    numbers = [str(candidate.number) for candidate in candidates]
    if stage is Stage.CALLS:
        if len(numbers) == 1:
            one = numbers[0]
            return f"Skriv hur samtalet gick: ”{one} ja”, ”{one} nej”, ”{one} svarar inte” eller ”{one} ring igen”."
        ways = ["ja", "tackade nej", "svarar inte", "ring igen"]
        example = ", ".join(f"{number} {way}" for number, way in zip(numbers, ways, strict=False))
        return f"Skriv hur samtalen gick, t.ex. ”{example}”."
    if len(numbers) == 1:
        return f"Svara JA {numbers[0]} för att gå vidare, NEJ om personen inte passar eller FLER för fler förslag."
    example = " ".join([numbers[0], numbers[min(2, len(numbers) - 1)]])
    return f"Svara JA och nummer, t.ex. JA {example}, NEJ om ingen passar eller FLER för fler förslag."
