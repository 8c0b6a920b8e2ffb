"""Consents are told apart however they are worded."""

import pytest

from medverkan.mailbox.forms.naming.consents import consent_key, consents_in


@pytest.mark.parametrize(
    "text",
    [
        "Jag samtycker uttryckligen till att uppgifter om hälsa och stöd registreras och används för matchning",
        "Jag godkänner att Intressebanken söker på mina hälsouppgifter",
        "Samtycke till sökning och matchning",
        "Får vi använda uppgifter om din diagnos för att hitta uppdrag som passar?",
        "Det är okej att ni matchar mig mot uppdrag",
        "Ja till matchning på hälsouppgifter",
        "Jag går med på att ni sparar känsliga uppgifter om mig",
        "Jag tillåter att uppgifter om min hälsa används när ni letar deltagare",
        "Är det ok att vi matchar dig?",
        "I consent to matching",
        "jag medger att halsouppgifter registreras och anvands for sokning",
        "Jag godkänner att mina uppgifter sparas och används när ni letar efter någon",
        "Ja till att ni använder det jag skrivit för att hitta rätt uppdrag",
    ],
)
def test_consent_to_matching(text: str) -> None:
    assert consent_key(text) == "consent_matching"


@pytest.mark.parametrize(
    "text",
    [
        "Vårdnadshavares samtycke till att hälsouppgifter används för matchning",
        "Jag är förälder och godkänner att mitt barn är med",
        "Målsmans underskrift",
        "Mamma eller pappa har skrivit under",
        "Vårdnadshavaren tillåter sms",
        "Parental consent",
    ],
)
def test_a_guardians_consent_is_never_the_persons_own(text: str) -> None:
    assert consents_in(text) == ("guardian_consent",)


@pytest.mark.parametrize(
    "text",
    [
        "Jag har läst om hur ni använder mina uppgifter",
        "Jag har läst informationen om personuppgifter",
        "Har du tagit del av dataskyddsinformationen?",
        "Jag har förstått hur ni behandlar mina uppgifter",
        "Jag har fått information om hur personuppgifterna hanteras",
        "Läst integritetspolicyn",
        "Jag godkänner informationen om GDPR",
        "Jag bekräftar att jag läst om personuppgifter",
    ],
)
def test_the_privacy_notice(text: str) -> None:
    assert consents_in(text) == ("privacy_notice_read",)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Får vi sms:a dig?", ("consent_sms",)),
        ("Det går bra med sms", ("consent_sms",)),
        ("Jag vill ha textmeddelanden om uppdrag", ("consent_sms",)),
        ("Kan vi mejla dig om uppdrag?", ("consent_email",)),
        ("Jag tillåter e-post", ("consent_email",)),
        ("Jag vill gärna få mejl när det kommer uppdrag", ("consent_email",)),
        ("Jag godkänner sms och e-post", ("consent_sms", "consent_email")),
        (
            "Jag har läst om personuppgifter och samtycker till att mina hälsouppgifter används för matchning",
            ("consent_matching", "privacy_notice_read"),
        ),
    ],
)
def test_other_consents_and_two_in_one(text: str, keys: tuple[str, ...]) -> None:
    assert consents_in(text) == keys


@pytest.mark.parametrize(
    "text",
    [
        # Neither the matching nor the health is said.
        "Jag godkänner att ni hittar uppdrag åt mig",
        "Ni får leta efter uppdrag som passar mig",
        "Samtycke",
        "Jag vill helst ha kontakt via sms",
        "Jag vill bli kontaktad via e-post",
        "Jag vill ha kontakt per e-post",
        "Jag vill ha nyhetsbrev med e-post",
        "Jag godkänner cookies",
        "Jag samtycker till att bilder på mig publiceras",
        "Får vi ta foto?",
        "Jag godkänner villkoren",
        "Jag samtycker inte till matchning",
        "Nej, jag vill inte ha sms",
        "Hur får vi kontakta dig, sms eller e-post?",
        "Vilken e-post får vi använda?",
        "Får vi kontakta din hälsocentral?",
        "Får vi lämna ut ditt namn?",
        "Medge åtkomst till journal",
        "Telefon",
        "Hälsocentral",
        "Personuppgifter",
        "Jag samtycker till forskning om min hälsa",
    ],
)
def test_what_is_no_consent_of_ours(text: str) -> None:
    assert consents_in(text) == ()


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Förfrågningar via sms", "consent_sms"),
        ("Påminnelser per e-post", "consent_email"),
        ("Inbjudan som mejl", "consent_email"),
        ("Jag vet hur ni behandlar mina uppgifter", "privacy_notice_read"),
        ("Nyhetsbrev per e-post", ""),
        ("Kontakt via sms", ""),
    ],
)
def test_what_is_sent_and_how_is_a_consent(text: str, key: str) -> None:
    assert consent_key(text) == key
