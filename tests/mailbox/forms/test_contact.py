"""Names, phone numbers and mail addresses, as people write them into one box or three."""

import pytest

from medverkan.mailbox.forms.values.contact import person_name, split_contact, split_name
from medverkan.mailbox.forms.values.phones import e164
from medverkan.mailbox.forms.values.written import email_in
from medverkan.mailbox.reading import read

MOBILE, OTHER_MOBILE, LANDLINE = "+46701740640", "+46701740641", "+46846500440"


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("070-174 06 40", MOBILE),
        ("0701740640", MOBILE),
        ("070 - 174 06 40", MOBILE),
        ("070.174.06.40", MOBILE),
        ("070/174 06 40", MOBILE),
        ("0 70 17 40 640", MOBILE),
        ("+46 (0)70-174 06 40", MOBILE),
        ("+46(0)701740640", MOBILE),
        ("+46 70 174 06 40", MOBILE),
        ("0046 70 174 06 40", MOBILE),
        ("0046-(0)70-1740640", MOBILE),
        ("46701740640", MOBILE),
        ("(070) 174 06 40", MOBILE),
        ("070‑174 06 40", MOBILE),
        ("070–174–06–40", MOBILE),
        ("Mobil: 070-174 06 40, ej fredagar", MOBILE),
        ("nås säkrast på 070-174 06 40 efter kl 15", MOBILE),
        ("tel 0701-74 06 40", MOBILE),
        ("O70-174 06 40", MOBILE),
        ("08-465 004 40", LANDLINE),
        ("08 465 004 40", LANDLINE),
        ("08-465 004 40 ankn 423", LANDLINE),
        ("08/465 004 40", LANDLINE),
        ("08-465 004 40 / 070-174 06 40", LANDLINE),
        ("08-465 004 40, 070-174 06 40", LANDLINE),
        ("hem 08-465 004 40, mobil 070-174 06 40", MOBILE),
        ("växel 08-465 004 11 (mobil 070-174 06 40)", MOBILE),
        ("08-465 004 11 (växel), 08-465 004 40 (direkt)", LANDLINE),
        ("Växel: 08-465 004 11\nDirekt: 08-465 004 40", LANDLINE),
        ("Reception 08-465 004 11, eller 08-465 004 40", LANDLINE),
        ("070-174 06 40 eller 070-174 06 41", MOBILE),
        ("070-174 06 4 / 070-174 06 41", OTHER_MOBILE),
        ("helst 08-465 004 40, annars mobil 070-174 06 40", LANDLINE),
        ("i första hand 08-465 004 40, annars 070-174 06 40", LANDLINE),
        ("070-174 06 40 (jobb), 08-465 004 40 (hem)", MOBILE),
        ("fax 08-465 004 11, tel 08-465 004 40", LANDLINE),
        ("070-174 06 40 kl 9-11", MOBILE),
        ("1975-03-02, 070-174 06 40", MOBILE),
        ("070-174 06 4", ""),
        ("070-174 06 400", ""),
        ("112", ""),
        ("1177", ""),
        ("0900-123 45 67", ""),
        ("saknas", ""),
        ("2026-11-21", ""),
    ],
)
def test_a_number_is_read_and_the_persons_own_comes_first(written: str, number: str) -> None:
    assert e164(written) == number


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("08-465 004 40 / 070-174 06 40", MOBILE),
        ("08-465 004 40", LANDLINE),
        ("helst 08-465 004 40, annars mobil 070-174 06 40", LANDLINE),
        ("hem 08-465 004 40, mobil 070-174 06 40", MOBILE),
        ("070-174 06 40, 070-174 06 41", MOBILE),
    ],
)
def test_a_residents_mobile_comes_before_the_landline(written: str, number: str) -> None:
    assert e164(written, mobile_first=True) == number


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("kim.exempel@region.example", "kim.exempel@region.example"),
        ("Kim.Exempel@Region.Example", "kim.exempel@region.example"),
        ("mailto:kim@region.example", "kim@region.example"),
        ("kim@region.example<mailto:kim@region.example>", "kim@region.example"),
        ("<kim@region.example>", "kim@region.example"),
        ("[kim@region.example](mailto:kim@region.example)", "kim@region.example"),
        ("kim@region.example.", "kim@region.example"),
        ("kim@region.example (kollas sällan)", "kim@region.example"),
        ("kim @ region.example", "kim@region.example"),
        ("kim(at)region.example", "kim@region.example"),
        ("kim [at] region.example", "kim@region.example"),
        ("kim snabel-a region.example", "kim@region.example"),
        ("kim.region.example", ""),
        ("har ingen", ""),
    ],
)
def test_a_mail_address_is_found_in_what_stands_around_it(written: str, address: str) -> None:
    assert email_in(written) == address


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Rebecka Stålvik, vårdenhetschef", "Rebecka Stålvik"),
        ("ssk Mats Engberg", "Mats Engberg"),
        ("Dr. Eva Lindh", "Eva Lindh"),
        ("Dr Eva Lindh", "Eva Lindh"),
        ("Med. dr. Eva Lindh", "Eva Lindh"),
        ("enhetschef Åsa Berg", "Åsa Berg"),
        ("Enhetschef Åsa Berg", "Åsa Berg"),
        ("Verksamhetschef: Åsa Berg", "Åsa Berg"),
        ("Åsa Berg (enhetschef)", "Åsa Berg"),
        ("Åsa Berg / enhetschef", "Åsa Berg"),
        ("Åsa Berg - enhetschef", "Åsa Berg"),
        ("Åsa Berg enhetschef", "Åsa Berg"),
        ("Jag, Åsa Berg", "Åsa Berg"),
        ("Hans-Olof Brinck", "Hans-Olof Brinck"),
        ("Carl af Ekenstam", "Carl af Ekenstam"),
        ("Maria Sjöö Malm", "Maria Sjöö Malm"),
        ("ÅSA BERG", "ÅSA BERG"),
        ("åsa berg", "åsa berg"),
        ("Undertecknad", ""),
        ("Se nedan", ""),
        ("Mig själv", ""),
        ("Leg. psykolog Ali Rahimi", "Ali Rahimi"),
        ("Specialistsjuksköterska Ali Rahimi, avd 4", "Ali Rahimi"),
        ("Åsa Berg och Ali Rahimi", "Åsa Berg och Ali Rahimi"),
        ("Fru Ingrid Öst", "Ingrid Öst"),
        ("Namn: Ingrid Öst", "Ingrid Öst"),
        ("Ingrid Öst, kurator, ingrid.ost@region.example", "Ingrid Öst"),
        ('Ingrid "Inga" Öst', "Ingrid Öst"),
        ("Öst, Ingrid", "Ingrid Öst"),
        ("J. Bengtsson", "J. Bengtsson"),
        ("Al-Amin Hassan", "Al-Amin Hassan"),
        ("O’Brien Kelly", "O’Brien Kelly"),
    ],
)
def test_a_name_stands_among_titles_and_roles(written: str, name: str) -> None:
    assert split_contact(written).name == name


def test_a_contact_is_taken_apart_in_any_order() -> None:
    for text in (
        "Åsa Berg, enhetschef, 070-174 06 40, asa.berg@region.example",
        "asa.berg@region.example / Åsa Berg / 070-174 06 40",
        "Åsa Berg\nEnhetschef\nTfn: 070-174 06 40\nE-post: asa.berg@region.example",
        "Åsa Berg <asa.berg@region.example> tel. 070-174 06 40",
        "070-174 06 40 Åsa Berg mailto:asa.berg@region.example",
    ):
        found = split_contact(text)
        assert (found.name, e164(found.phone_text), found.email) == ("Åsa Berg", MOBILE, "asa.berg@region.example")


def test_of_two_numbers_in_a_contact_the_direct_one_is_kept() -> None:
    found = split_contact("Åsa Berg, växel 08-465 004 11, direkt 08-465 004 40")
    assert e164(found.phone_text) == LANDLINE


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("Lo Berg", "Lo", "Berg"),
        ("Berg, Lo", "Lo", "Berg"),
        ("Berg Lindh, Lo", "Lo", "Berg Lindh"),
        ("BERG Lo", "Lo", "Berg"),
        ("Lo BERG", "Lo", "Berg"),
        ("lo berg", "Lo", "Berg"),
        ("LO BERG", "Lo", "Berg"),
        ("Ann-Mari von Rosen", "Ann-Mari", "von Rosen"),
        ("Ludwig van der Berg", "Ludwig", "van der Berg"),
        ("Maria Sjöö Malm", "Maria", "Sjöö Malm"),
        ("Nils Ek Dahl", "Nils", "Ek Dahl"),
        ("Sara Öberg Lind", "Sara", "Öberg Lind"),
        ("Samira Al Hassan", "Samira", "Al Hassan"),
        ("Anna Svensson Holm", "Anna", "Svensson Holm"),
        ("Anna Maria Holm", "Anna Maria", "Holm"),
        ("Karl Erik Johansson", "Karl Erik", "Johansson"),
        ("Eva-Lena Nilsson Krok", "Eva-Lena", "Nilsson Krok"),
        ("Per Olof Sandberg", "Per Olof", "Sandberg"),
        ("Lars Göran Persson", "Lars Göran", "Persson"),
        ("Ali Reza Karimi", "Ali Reza", "Karimi"),
        ("Kim E. Berg", "Kim E.", "Berg"),
        ("Jonas Nordahl-Åkerman", "Jonas", "Nordahl-Åkerman"),
        ("Lo", "Lo", ""),
        ("Lo Berg (kallas Lollo)", "Lo", "Berg"),
        ("Lo Berg, 45 år", "Lo", "Berg"),
        ("Jag heter Lo Berg", "Lo", "Berg"),
        ("Fru Lo Berg", "Lo", "Berg"),
    ],
)
def test_a_full_name_is_parted_where_the_last_name_begins(written: str, first: str, last: str) -> None:
    assert split_name(written) == (first, last)


@pytest.mark.parametrize(
    ("written", "email", "last"),
    [
        ("Jenny Ödh Malm", "jenny.odh@post.example", "Ödh Malm"),
        ("Anna Elsa Holm", "anna.elsa.holm@post.example", "Holm"),
        ("Anna Elsa Holm", "anna.holm@post.example", "Holm"),
        ("Kim Rose Dahl", "kim.rose@post.example", "Rose Dahl"),
    ],
)
def test_a_mail_address_may_say_where_the_last_name_begins(written: str, email: str, last: str) -> None:
    assert split_name(written, email)[1] == last


def test_a_line_that_is_no_name_gives_none() -> None:
    assert person_name("070") == ""


UNNAMED = b"""From: Ida Almgard <%b>\r\nTo: intressebanken@region.example\r\nSubject: Uppdrag\r\n\r\nEnhet: Rehab Almby
Region: Region Almland\nTyp av uppdrag: Test\nSyfte: Kortare tid\nErfarenhet: Yrsel\nAntal: 3\nVar: Sal 4\n"""


@pytest.mark.parametrize(("address", "name"), [(b"ida.almgard@r.example", "Ida Almgard"), (b"rehab@r.example", None)])
def test_the_sender_is_the_contact_of_a_form_that_asks_for_none(address: bytes, name: str | None) -> None:
    assert read(UNNAMED % address).forms[0].fields.get("contact_name") == name
    asked = UNNAMED.replace(b"Enhet:", b"Kontaktperson:\nEnhet:") % address
    assert "contact_name" in read(asked).forms[0].missing
