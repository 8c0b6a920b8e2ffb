"""Who must not be shown, and why: what needs reading before a gate can hold."""

from datetime import date

import pytest

from medverkan.matching.gates import stopped_by
from medverkan.matching.values import Need, Profile


@pytest.mark.parametrize(
    ("told", "unit", "conflict"),
    [
        ("Jag jobbar på neurologmottagningen i Kalmar.", "Neurologmottagningen, Länssjukhuset", True),
        ("Är anställd i kommunen som vaktmästare.", "Hemtjänst Norr, Kalmar kommun", False),
        ("Arbetar som undersköterska på Björkbackens äldreboende.", "Björkbackens äldreboende", True),
        ("Jobbade tidigare på ortopedkliniken.", "Ortopedkliniken", False),
        ("Min dotter jobbar på ortopedkliniken.", "Ortopedkliniken", False),
        ("Jag är kurator på BUP.", "Barn- och ungdomspsykiatrin (BUP) Kalmar", True),
        ("Jobbar extra i kassan på ICA.", "Hälsocentralen Kvarnholmen", False),
        ("Sköterskorna som jobbar på dialysen är fantastiska.", "Dialysmottagningen", False),
        ("De som arbetar på Ungdomsmottagningen borde fråga mer.", "Ungdomsmottagningen", False),
        ("Vikarierar på ungdomsmottagningen ibland.", "Ungdomsmottagningen", True),
        ("Min kontaktperson jobbar på psykiatriska mottagningen.", "Psykiatriska mottagningen", False),
        ("Sitter i nämnden som politiker.", "Socialförvaltningen", False),
        ("Jag är chef för boendestödet i Nybro.", "Boendestöd Nybro", True),
        ("Jag arbetstränar på biblioteket.", "Biblioteket", False),
        ("Har jobbat på akuten men är pensionär nu.", "Akutmottagningen", False),
        ("Jobbar heltid som snickare. Går på smärtmottagningen.", "Smärtmottagningen", False),
        ("Jobbar natt och går hos psykologmottagningen på dagarna.", "Psykologmottagningen", False),
    ],
)
def test_only_ones_own_work_at_the_unit_is_a_conflict(told: str, unit: str, conflict: bool) -> None:
    person = Profile(id="M-0001", experience=told, consent_matching=True, birth_year=1970)
    stopped = stopped_by(person, Need(unit=unit), date(2026, 11, 23), only_introduced=False)
    assert (stopped == "conflict") is conflict
