"""Which consent a label or a ticked sentence is about.

Every form words its consents differently, and they must not be mixed up: only a text that names matching, search or
health with a consent is the explicit consent of GDPR 9.2 a. A bare "Samtycke" is none of them.
"""

import re

_CONSENT = re.compile(r"samtyck|godkänn|medge|tillåt|consent|får (?:vi|ni)|vill få|går bra", re.IGNORECASE)
_GUARDIAN = re.compile(r"vårdnadshav|målsman|förälder|guardian", re.IGNORECASE)
_HEALTH = re.compile(r"match|hälso?|sökning|känsliga|9\.2", re.IGNORECASE)
_NOTICE = re.compile(r"personuppgift|gdpr|integritet|dataskydd|privacy", re.IGNORECASE)
_READ = re.compile(r"läst|tagit del|informer|information|info\b|\bread\b|förstått", re.IGNORECASE)
_SMS = re.compile(r"\bsms\b|sms:", re.IGNORECASE)
_MAIL = re.compile(r"e-?post|mejl|\be?-?mail\b", re.IGNORECASE)


def consent_key(text: str) -> str:
    """Return the consent field a text is about, "" for none. The text is one label or one sentence."""
    asks = bool(_CONSENT.search(text))
    if asks and _GUARDIAN.search(text):
        return "guardian_consent"
    if asks and _HEALTH.search(text):
        return "consent_matching"
    if _NOTICE.search(text) and _READ.search(text):
        return "privacy_notice_read"
    if asks and _SMS.search(text):
        return "consent_sms"
    if asks and _MAIL.search(text):
        return "consent_email"
    return ""
