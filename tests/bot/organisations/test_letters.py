"""Where nobody fits: a finished letter to the right organisations, the region's own among them."""

from pathlib import Path

import pytest

from medverkan.bot.commands import doctoring
from medverkan.bot.organisations.local import HEAD, Association, local_organisations, of_them, read_organisations
from medverkan.bot.sections.organisations import Organisations
from medverkan.bot.settings import Settings, SettingsError, load
from medverkan.mailbox.mime import plain_text
from medverkan.matching.vocabulary import load as vocabulary
from tests.bot.town import LEAD, RESIDENTS, case_of, resident, town

STRANGERS = (resident("Egon", "Pihl", "070-174 06 35", **{"Vad har du erfarenhet av?": "Diabetes typ 1 sedan länge."}),)
PENSIONERS = Association("PRO Nybro", ("äldre",), "Nybro", "pro@forening.example")
CARERS = Association("Hemtjänstens vänner", ("hemtjänst", "äldreomsorg"), "", "", "08-465 004 77")
DIABETES = Association("Diabetesföreningen", ("diabetes",), "Kalmar", "d@forening.example")


def settings(home: Path, *lines: str) -> Settings:
    (home / "org.csv").write_text("\n".join(lines), encoding="utf-8-sig")
    return load(home=home, organisations=Organisations(file="org.csv"))


def test_the_lead_gets_a_letter_to_send_on_that_names_nobody_of_the_register(tmp_path: Path) -> None:
    with town(tmp_path, STRANGERS) as play:
        case = case_of(play)
        letter = plain_text(play.latest(LEAD, "lead-organisations"))
        assert case.fields["unit"] in letter
        assert "Brevet börjar här" in letter
        assert str(case.fields["experience"]) in letter
        assert "Skriv inget om hälsa i mejlet" in letter
        assert not any(word in letter for word in ("Egon", "Pihl", "06 35", str(case.contact)))
        assert len(play.letters(LEAD, "lead-organisations")) == 1


def test_where_somebody_is_proposed_no_letter_is_written(tmp_path: Path) -> None:
    with town(tmp_path, RESIDENTS) as play:
        assert play.letters(LEAD, "lead-organisations") == []


@pytest.mark.parametrize(
    ("areas", "concepts", "place", "asked"),
    [
        (["äldre"], ["hemtjänst"], "Nybro", [CARERS, PENSIONERS]),
        (["äldre"], ["hemtjänst"], "Vimmerby bibliotek", [CARERS]),
        (["äldre"], [], "", [PENSIONERS]),
        (["somatik"], ["diabetes"], "Kalmar", [DIABETES]),
        (["somatik"], ["stroke och TIA"], "Kalmar", []),
    ],
)
def test_who_knows_what_is_sought_comes_first_and_nobody_from_another_municipality(
    areas: list[str], concepts: list[str], place: str, asked: list[Association]
) -> None:
    assert of_them([PENSIONERS, CARERS, DIABETES], areas, concepts, place, vocabulary()) == asked


def test_the_regions_own_are_named_with_how_they_are_reached(tmp_path: Path) -> None:
    own = settings(tmp_path, ";".join(HEAD), "PRO Nybro;Äldre, hemtjänst;Nybro;pro@forening.example;", "")
    (found,) = local_organisations(own)
    assert found.areas == ("äldre", "hemtjänst")
    assert found.shown == "PRO Nybro, pro@forening.example"


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("namn;kommun",), "första raden"),
        ((";".join(HEAD), "PRO;äldre"), "rad 2"),
        ((";".join(HEAD), "PRO;;Nybro;;"), "rad 2"),
    ],
)
def test_a_wrong_list_is_told_by_doctor_and_stops_no_case(tmp_path: Path, lines: tuple[str, ...], told: str) -> None:
    own = settings(tmp_path, *lines)
    assert local_organisations(own) == ()
    with pytest.raises(SettingsError, match=told):
        read_organisations(own)


def test_doctor_tells_of_lists_that_cannot_be_read_and_how_much_is_in_those_that_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MEDVERKAN_HOME", str(tmp_path))
    (tmp_path / "medverkan.toml").write_text(
        '[organisations]\nfile = "org.csv"\n[report]\npopulation = "bef.csv"\n', encoding="utf-8"
    )
    (tmp_path / "org.csv").write_text(";".join(HEAD) + "\nPRO Nybro;äldre;Nybro;;\n", encoding="utf-8")
    doctoring.doctor(None, as_json=False)
    told = capsys.readouterr().out
    assert "ok   [organisations]: 1 organisation" in told
    assert "FEL  [report]: [report] population: " in told
