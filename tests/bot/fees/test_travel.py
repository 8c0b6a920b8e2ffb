"""One amount: what the lead says on the phone is what stands on the person's own paper."""

from dataclasses import replace
from datetime import date

from medverkan.bot.calling.call_card import travel_line
from medverkan.bot.documents.descriptions import description_document
from medverkan.bot.fees.estimates import estimate_of
from medverkan.bot.fees.model import Rules
from medverkan.bot.fees.travel import with_travel
from tests.bot.documents.shown import text_of_pdf
from tests.bot.every_letter import REQUEST, member

FIELDS = {"date_start": "2026-03-24", "time_start": "13:00", "time_end": "15:00", "place": "Stadshuset, Kalmar"}
REQUESTED = replace(REQUEST, fields=FIELDS, date_start=date(2026, 3, 24))


def paper(home: str) -> str:
    travel = with_travel(member(municipality=home), REQUESTED, Rules())
    estimate = estimate_of(FIELDS, Rules())
    return text_of_pdf(description_document("Ellen", FIELDS, estimate, "", REQUESTED.date_start, travel=travel))


def test_with_a_long_way_to_go_the_paper_says_the_amount_of_the_call() -> None:
    assert "2 131 kronor" in travel_line(member(municipality="Vimmerby"), REQUESTED, Rules())
    told = paper("Vimmerby")
    assert "Du får troligen 2 131 kronor" in told
    assert "Då är din resa inräknad" in told
    assert "533" not in told


def test_without_one_the_paper_says_the_amount_of_the_assignment() -> None:
    assert travel_line(member(municipality="Kalmar"), REQUESTED, Rules()) == ""
    assert "Du får 533 kronor" in paper("Kalmar")
