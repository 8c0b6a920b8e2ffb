"""What the matcher is told and what it answers. Pure values: no name, number, address or mail ever comes in here.

Texts are the person's and the unit's own words as they were read; the matcher finds the meaning.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

EXCLUSIONS = ("no_consent", "guardian", "age", "restricted", "unwilling", "busy", "limit", "conflict")


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One member under a pseudonym. Keys as in the registration form (interface: `read --json`)."""

    id: str  # "M-0042": the last tie-break too
    perspectives: tuple[str, ...] = ()  # brukare, patient, närstående
    experience: str = ""
    focus_areas: tuple[str, ...] = ()
    care_met: str = ""
    experience_years: str = ""
    activities: tuple[str, ...] = ()
    unwilling: str = ""
    availability: str = ""
    travel: str = ""
    support_needs: str = ""
    languages: str = ""
    associations: str = ""
    municipality: str = ""
    birth_year: int | None = None
    minor: bool = False  # known to be one although the year of birth is not
    gender: str = ""  # only as stated
    max_per_half_year: int | None = None
    consent_matching: bool = False
    guardian_consent: bool = False  # the guardian's yes in the form or on paper
    guardian_document: bool = False  # the lead has recorded the signed document
    restricted: bool = False  # spärrad, resting or left
    registered: date | None = None  # the day their words are from: "före september" counts from it
    introduced: bool = False  # somebody has phoned and met them
    busy: frozenset[date] = frozenset()  # days of assignments already accepted
    tentative: frozenset[date] = frozenset()  # days of other open cases that put them before the lead or call them
    asked: tuple[date, ...] = ()  # days they were asked about assignments, any order
    took_part: tuple[date, ...] = ()  # days of assignments accepted or held, any order


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What a unit asks for. Keys as in the request form (interface: `read --json`)."""

    unit: str = ""
    organisation: str = ""
    title: str = ""
    activity: str = ""
    description: str = ""
    purpose: str = ""
    expectations: str = ""
    perspectives: tuple[str, ...] = ()
    perspectives_text: str = ""  # as the unit wrote it: "Närstående (enbart …)"
    experience: str = ""
    focus_areas: tuple[str, ...] = ()
    people_wanted: int = 1
    when_text: str = ""
    date_start: date | None = None
    date_end: date | None = None
    time_start: str = ""  # HH:MM
    time_end: str = ""
    minutes_per_occasion: int | None = None
    occasions: int | None = None
    place: str = ""
    format: str = ""  # onsite | remote | hybrid | ""
    reimbursement: str = ""
    minors_wanted: bool = False
    skip: frozenset[str] = frozenset()  # member ids not to propose again (already asked in this case)


@dataclass(frozen=True, slots=True)
class Match:
    """One proposed person. `parts` add up to the score's evidence and may be shown to the lead."""

    rank: int
    member: str
    score: float  # 0.0–1.0: about the chance that a lead would seriously consider the person
    reasons: tuple[str, ...] = ()
    concerns: tuple[str, ...] = ()
    parts: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ranking:
    """The answer for one need: ranked people, the best group, and how many each gate held back."""

    people_wanted: int
    no_match: bool
    matches: tuple[Match, ...]
    team: tuple[str, ...]
    excluded: Mapping[str, int]
    version: str = ""  # of matcher and vocabulary: same version and same inputs give the same list
    remarks: tuple[str, ...] = ()  # what the lead should know of the request itself, in sentences
    reserves: tuple[str, ...] = ()  # who takes a place in the team that falls free, in order
    team_gap: float = 0.0  # how much more, in score, another team could at most be worth; 0.0: none is better
