"""A consent is the person's own statement, made now: never a form's printed words, and nothing that is put off."""

import pytest

from medverkan.mailbox.reading import read
from medverkan.mailbox.values import Form

WHO = "Förnamn: Vera\nKommun: Tunby\nFödelseår: 1961\nHur vill du bli kontaktad: Telefon\nPerspektiv: Patient"
MORE = (
    "Efternamn: Alm\nTelefon: 070-174 06 31\nE-post: vera.alm@post.example\n"
    "Beskriv din erfarenhet: Jag har haft reumatism sedan 1990.\nVad vill du medverka i: Fokusgrupp"
)
LETTER = (
    "Hej, Vera Alm här, född 1961, bor i Tunby. Jag är patient med reumatism och vill vara med i fokusgrupp. "
    "Ring 070-174 06 31."
)
HEALTH = "mina uppgifter om hälsa registreras och används för matchning"


def form_of(body: str) -> Form:
    head = (
        "From: Vera Alm <vera.alm@post.example>\nTo: bank@region.example\nSubject: Intresseanmälan\n"
        "Date: Tue, 12 Jan 2027 08:00:00 +0100\nContent-Type: text/plain; charset=utf-8"
    )
    return read(f"{head}\n\n{body}\n".encode()).forms[0]


def everywhere(said: str) -> list[Form]:
    """Return what is read below a whole form, below a few labels, above a form and in a letter."""
    bodies = (f"{WHO}\n{MORE}\n\n{said}", f"{WHO}\n\n{said}", f"{said}\n\n{WHO}\n{MORE}")
    return [form_of(body) for body in (*bodies, f"{LETTER} {said}")]


PUT_OFF = (
    "Samtycke till matchning ger jag när vi har pratats vid.", "Samtycke till matchning kan vi ta på telefon.",
    "Samtycke till matchning kommer jag att lämna på mötet.", "Samtycke till matchning får vänta.",
    "Jag samtycker till matchning först när jag fått veta mer.", "Jag samtycker nog till matchning på hälsa.",
    "Mitt samtycke till matchning kommer i ett annat mejl.", "Jag samtycker till matchning när vi har träffats.",
    "Jag samtycker till registrering men inte till matchning på hälsa.",
)  # fmt: skip
PRINTED = (
    "Genom att skicka in blanketten samtycker du till att dina uppgifter om hälsa används för matchning.",
    f"Genom att skicka in formuläret samtycker jag till att {HEALTH}.",
    "Sätt kryss om du samtycker till att dina uppgifter om hälsa registreras och används för matchning.",
    "Den som anmäler sig samtycker till att uppgifter om hälsa används för matchning.",
    "Vi behöver ditt samtycke till att registrera hälsouppgifter och använda dem för matchning.",
    f"Jag samtycker till att {HEALTH}:", f"Jag samtycker till att {HEALTH}: ____",
    f"☐ Jag samtycker till att {HEALTH}.", f"Jag samtycker till att {HEALTH} [ ]",
    f"Jag samtycker till att {HEALTH}. Ja / Nej", f"Jag samtycker till att {HEALTH}: Ja ☐ Nej ☐",
    f"Ja, jag samtycker till att {HEALTH}.\nNej, jag samtycker inte till att {HEALTH}.",
)  # fmt: skip
OTHERWISE = (
    "Ni skrev att jag samtycker till att hälsouppgifter registreras.", "Jag antar att jag samtycker till matchning.",
    "Jag ger samtycke till matchning på hälsa så fort jag fått svar.", "Jag samtycker till att ni ringer om matchning.",
    "Min dotter samtycker till att uppgifter om hälsa används för matchning.",
    "Jag ångrar mitt samtycke till matchning på hälsa.", "Jag tar tillbaka samtycket till matchning.",
    "Jag samtycker till att uppgifter om min hälsa lämnas till verksamheten.",
    f"Nej, jag samtycker inte till att {HEALTH}.",
)  # fmt: skip


@pytest.mark.parametrize("said", [*PUT_OFF, *PRINTED, *OTHERWISE])
def test_matching_is_consented_to_by_no_printed_put_off_or_foreign_word(said: str) -> None:
    assert [form.fields.get("consent_matching") for form in everywhere(said)].count(True) == 0


@pytest.mark.parametrize(
    "said",
    [
        "Jag läser informationen om personuppgifter senare.", "Min dotter har läst informationen om personuppgifter.",
        "Informationen om personuppgifter har min man läst.", "När jag har läst om personuppgifter hör jag av mig.",
        "Jag har nästan läst informationen om personuppgifter.", "Har någon läst om personuppgifter åt mig.",
        "Jag har läst men inte förstått informationen om personuppgifter.",
        "Jag har läst er folder och undrar hur ni behandlar personuppgifter.",
        "Jag har läst informationen om hur mina personuppgifter behandlas:",
        "Jag har läst informationen om hur mina personuppgifter behandlas: ____",
        "☐ Jag har läst informationen om hur mina personuppgifter behandlas.",
        "Genom att skicka in intygar jag att jag har läst informationen om personuppgifter.",
        "Skicka mig informationen om personuppgifter: Ja", "Jag vill ha informationen om personuppgifter hem: Ja",
    ],
)  # fmt: skip
def test_the_notice_is_read_by_no_printed_put_off_or_foreign_word(said: str) -> None:
    assert [form.fields.get("privacy_notice_read") for form in everywhere(said)].count(True) == 0


@pytest.mark.parametrize("said", [f"Ja, jag samtycker till att {HEALTH}.", "Ja, jag har läst om personuppgifter."])
def test_one_s_own_yes_is_one(said: str) -> None:
    key = "consent_matching" if "samtycker" in said else "privacy_notice_read"
    assert all(form.fields.get(key) is True for form in everywhere(said))


@pytest.mark.parametrize(
    "said", [f"Jag samtycker till att {HEALTH}.", "Ni får spara och matcha på mina hälsouppgifter."]
)
def test_in_a_letter_a_plain_statement_is_enough(said: str) -> None:
    assert form_of(f"{LETTER} {said}").fields["consent_matching"] is True


def test_a_blank_form_below_a_sentence_consents_to_nothing() -> None:
    labels = f"{WHO}\n{MORE}\nJag har läst om hur mina personuppgifter behandlas: \nJag samtycker till att {HEALTH}: "
    blank = "\n".join(f"{line.partition(':')[0]}: " for line in labels.split("\n"))
    for body in (f"Hej, skickar min anmälan.\n\n{blank}", f"Jag har haft reumatism länge.\n\n{WHO}\n{blank}"):
        fields = form_of(body).fields
        assert not {"consent_matching", "privacy_notice_read", "experience"} & fields.keys()


WHOLE = f"{WHO}\n{MORE}\nJag har läst om personuppgifter: Ja\nJag samtycker till att {HEALTH}: Ja"


@pytest.mark.parametrize(
    "said",
    [
        "Jag har ändrat mig: jag samtycker inte till matchning på min hälsa.", "Jag tar tillbaka samtycket.",
        "Krysset om hälsa blev fel, ska vara nej.", "Ni får inte matcha mig på hälsa.",
        "Vill inte att min diagnos sparas.", "Samtycket till matchning gäller först efter introduktionen.",
    ],
)  # fmt: skip
def test_words_around_a_form_take_back_what_it_says_and_are_asked_about(said: str) -> None:
    for body in (f"{WHOLE}\n\n{said}", f"Hej!\n\n{said}\n\n{WHOLE}"):
        form = form_of(body)
        assert "consent_matching" not in form.fields
        assert any("ja eller nej" in question for question in form.questions)


@pytest.mark.parametrize(
    "said",
    [
        "Jag kan inte på torsdagar.", "Du kan när som helst ta tillbaka ditt samtycke.",
        "Jag vet att jag kan återkalla samtycket när som helst.", "Jag vill inte ha mejl på helgen.",
        "Uppgifterna lämnas inte ut till obehöriga.", "Jag samtycker inte till bilder.",
        "Telefonnumret blev fel först, det rätta står ovan.",
    ],
)  # fmt: skip
def test_other_words_around_a_form_leave_it_as_it_is(said: str) -> None:
    assert form_of(f"{WHOLE}\n\n{said}").fields["consent_matching"] is True


@pytest.mark.parametrize(
    ("box", "read_as"),
    [
        ("Ja: X  Nej:", True), ("Ja:  Nej: X", False), ("X Ja  Nej", True), ("Ja Nej X", False), ("*Ja* Nej", True),
        ("Ja (x) Nej ( )", True), ("( ) Ja (x) Nej", False), ("Ja ___ Nej ___", None), ("Ja X Nej", None),
        ("Ja: Nej:", None), ("Ja - Nej", None), ("ja/nej: nej", False), ("- Ja", True), ("Javisst", True),
        ("Samtycke ges", True), ("inga problem", True), ("Godkänns ej", None), ("ej aktuellt", None),
        ("Ja, efter samtal", None), ("Ja, tror jag", None), ("Ja till registrering", None), ("Samtycker senare", None),
        ("Läst", None), ("Samtycker (kryssa)", None), ("Ja när vi träffats", None),
    ],
)  # fmt: skip
def test_what_stands_in_the_box_of_a_consent(box: str, read_as: bool | None) -> None:
    text = f"{WHO}\n{MORE}\nJag har läst om personuppgifter: Ja\nJag samtycker till att {HEALTH}: {box}"
    assert form_of(text).fields.get("consent_matching") is read_as


@pytest.mark.parametrize(("box", "read_as"), [("Ja", False), ("Nej", None), ("", None)])
def test_a_yes_to_a_label_that_says_no_is_a_no(box: str, read_as: bool | None) -> None:
    text = f"{WHO}\n{MORE}\nJag samtycker INTE till att {HEALTH}: {box}"
    assert form_of(text).fields.get("consent_matching") is read_as


def test_two_boxes_that_answer_each_other_are_asked_about() -> None:
    text = f"{WHO}\n{MORE}\nJag samtycker till att uppgifter om hälsa registreras: Ja\nSamtycke till matchning: Nej"
    form = form_of(text)
    assert "consent_matching" not in form.fields
    assert any("både ja och nej" in question for question in form.questions)


def test_an_answer_as_a_point_below_its_label_is_read() -> None:
    labels = f"{WHO}\n{MORE}\nJag har läst om personuppgifter: Ja\nJag samtycker till att {HEALTH}: Ja"
    text = "\n\n".join(line.replace(": ", "\n- ", 1) for line in labels.split("\n"))
    assert form_of(text).fields["consent_matching"] is True
