"""What a registration in prose says, field by field. A consent counts only where the person says to what."""

from datetime import datetime
from typing import Any

from medverkan.mailbox.forms.values.normalise import STOCKHOLM
from medverkan.mailbox.forms.values.phones import e164
from medverkan.mailbox.forms.values.written import email_in
from medverkan.mailbox.prose.channel import channel_of
from medverkan.mailbox.prose.consents import consents_of, is_consent
from medverkan.mailbox.prose.guardian import guardian_of, reached_of
from medverkan.mailbox.prose.illness import experience_of, perspectives_of, relatives_in, told_in_nouns, without_name
from medverkan.mailbox.prose.offers import activities_of, is_offer, unwilling_of
from medverkan.mailbox.prose.particulars import address_of, birth_year_of, municipality_of
from medverkan.mailbox.prose.person import Person, own_words
from medverkan.mailbox.prose.practical import (
    associations_of,
    availability_of,
    goes_by_ride,
    keep_months_of,
    languages_of,
    limit_of,
    support_of,
    travel_of,
)
from medverkan.mailbox.prose.sentences import LetterText


def registration_fields(letter: LetterText, person: Person, when: datetime | None) -> dict[str, Any]:
    """Return what the sentences say of the person; nothing of whoever writes for them."""
    year = when.astimezone(STOCKHOLM).year if when else None
    texts = [s.text for s in person.sentences]
    foot = "\n".join(letter.signature) if person.is_writer else ""
    plain = [t for t in texts if not is_consent(t)]
    unwilling = unwilling_of(plain)
    lived = [t for t in plain if not goes_by_ride(t)]
    experience = experience_of(lived, own=person.is_writer) or told_in_nouns([t for t in lived if not is_offer(t)])
    everything = "\n".join((*texts, foot))
    practical = [t for t in plain if t not in experience]
    fields: dict[str, Any] = {
        "first_name": person.first_name,
        "last_name": person.last_name,
        "phone": e164(everything),
        "email": email_in(everything),
        "contact_preference": channel_of(plain),
        "postal_address": address_of(texts),
        "municipality": municipality_of(texts),
        "birth_year": birth_year_of(everything, year),
        "perspectives": perspectives_of(
            own_words(experience, person), own=person.is_writer, relatives=relatives_in(texts) - {person.first_name}
        ),
        "experience": " ".join(map(without_name, experience)),
        "activities": activities_of(plain),
        "unwilling": " ".join(dict.fromkeys(unwilling)),
        "availability": availability_of(practical, unwilling),
        "travel": travel_of(practical),
        "support_needs": support_of(practical),
        "languages": languages_of(plain),
        "associations": associations_of(plain),
        "keep_months": keep_months_of(texts),
        "max_per_half_year": limit_of(texts),
    }
    if person.is_writer:
        fields |= consents_of(texts)
    else:
        fields |= reached_of(letter, person, fields, year)
        fields |= consents_of([s.text for s in letter.sentences], own=False) | guardian_of(letter, person, fields, year)
    return {key: value for key, value in fields.items() if value not in ("", [], None)}
