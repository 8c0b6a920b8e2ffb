"""What a registration in prose says, field by field. A consent counts only where the person says to what."""

import re
from datetime import datetime
from typing import Any

from medverkan.mailbox.forms.values.normalise import STOCKHOLM
from medverkan.mailbox.forms.values.phones import e164
from medverkan.mailbox.forms.values.written import email_in
from medverkan.mailbox.prose.channel import channel_of
from medverkan.mailbox.prose.consents import consents_of, is_consent
from medverkan.mailbox.prose.guardian import guardian_of, named_guardian, reached_of
from medverkan.mailbox.prose.illness import (
    experience_of,
    perspectives_of,
    relatives_in,
    roles_named,
    told_in_nouns,
    without_name,
)
from medverkan.mailbox.prose.offers import activities_of, before_offer, is_offer, unwilling_of
from medverkan.mailbox.prose.particulars import address_of, birth_year_of, home_in, municipality_of
from medverkan.mailbox.prose.person import Person, own_words
from medverkan.mailbox.prose.practical import (
    associations_of,
    availability_of,
    goes_by_ride,
    is_practical,
    keep_months_of,
    languages_of,
    limit_of,
    support_of,
    tells_hours,
    travel_of,
)
from medverkan.mailbox.prose.sentences import LetterText

_SUBJECT = re.compile(
    r"\b(?:jag|vi|hon|han|hen|ni|du|man|(?<!på )(?<!i )(?<!för )(?<!till )det|de|kan|vill|är|var|har|ska)\b", re.I
)
_WRITE_TO = re.compile(r"\bskriv (?:gärna |helst )?till (?:mig|henne|honom|hen|[A-ZÅÄÖ]\w+)\b", re.I)
# A line of the signature that says how: "Ring 070-…".
_REACHES = re.compile(r"(?:ring|sms:?a|messa|mejla|maila|skriv)\b", re.I)


def registration_fields(letter: LetterText, person: Person, when: datetime | None) -> dict[str, Any]:
    """Return what the sentences say of the person; nothing of whoever writes for them."""
    year = when.astimezone(STOCKHOLM).year if when else None
    texts = [s.text for s in person.sentences]
    foot = "\n".join(letter.signature) if person.is_writer else ""
    plain = [t for t in texts if not is_consent(t)]
    unwilling = unwilling_of(plain)
    experience = _experience(plain, person)
    everything = "\n".join((*texts, foot))
    practical = [t for t in plain if t not in experience]
    fields: dict[str, Any] = {
        "first_name": person.first_name,
        "last_name": person.last_name,
        "phone": e164(everything),
        "email": email_in(everything),
        "contact_preference": channel_of([*plain, *(line for line in foot.split("\n") if _REACHES.match(line))]),
        "postal_address": address_of([*texts, *foot.split("\n")]),
        "municipality": municipality_of(texts) or home_in(foot.split("\n"), letter.name),
        "birth_year": birth_year_of(everything, year),
        "perspectives": (roles_named(plain) if person.is_writer else [])
        or perspectives_of(
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
        fields |= consents_of(texts) | named_guardian(letter, fields, year)
    else:
        fields |= reached_of(letter, person, fields, year)
        fields |= consents_of([s.text for s in letter.sentences], own=False) | guardian_of(letter, person, fields, year)
    if not fields["contact_preference"] and fields["postal_address"] and not fields["email"] and not person.is_writer:
        # "Skriv till mig": who has an address and no mail is written to on paper.
        fields["contact_preference"] = "brev" if any(_WRITE_TO.search(text) for text in plain) else ""
    return {key: value for key, value in fields.items() if value not in ("", [], None)}


def _experience(plain: list[str], person: Person) -> list[str]:
    """Return the sentences on what somebody has lived through; what they offer to tell of is none."""
    texts = [t for t in plain if not goes_by_ride(t) and not tells_hours(t)]
    own = person.is_writer
    found = {t: said[0] for t in texts if (said := experience_of([t], own=own))}
    told = {t: said for t, said in found.items() if experience_of([before_offer(said)], own=own)} or found
    nouns = told_in_nouns([t for t in texts if not is_offer(t) and not is_practical(t)])
    # "Har egen buss med ramp och assistent" tells how to get there.
    lived = {t: said for t, said in told.items() if not is_practical(t)}
    told = lived if lived or nouns else told
    # Beside a whole sentence only what has no subject of its own: "Missbruk i många år, sedan frivården."
    more = [t for t in nouns if not _SUBJECT.search(t)] if told else nouns
    return [told.get(t, t) for t in texts if t in told or t in more]
