"""A new resident is phoned, and meets the lead: every outcome is told in the lead's own words, by reply or by command.

Phoned, booked, moved, cancelled, missed, held: after the meeting the person is introduced, and active where nothing is
lacking. What is unclear is asked back, and nothing is noted.
"""

import re

from medverkan.bot.calling.call import BY_MAIL, Heard
from medverkan.bot.calling.call_card import next_try
from medverkan.bot.calling.next_call import said as said_of
from medverkan.bot.calling.stay import TASKS as FOLLOW_UPS
from medverkan.bot.calling.stay import follow_up_told, says_whether_they_stay
from medverkan.bot.hours import opening
from medverkan.bot.letters import swedish_day
from medverkan.bot.meetings.meet import Said, introduced, lacking, take_news
from medverkan.bot.meetings.tasks import TASK as MEETING
from medverkan.bot.meetings.tasks import open_meeting, to_be_booked
from medverkan.bot.post import Desk
from medverkan.bot.register import restrict
from medverkan.bot.rights.by_reply import same_person
from medverkan.bot.settings import Lead
from medverkan.bot.tokens import Purpose, Token
from medverkan.mailbox.answers.call_backs import call_back_day
from medverkan.mailbox.answers.meetings import MeetingNews, MeetingTold, meeting_told
from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.values import Action, Candidate, Decision, Outcome, Reading, Stage
from medverkan.storage.lifecycle import MemberEvent, MemberStatus
from medverkan.storage.values import Member

INTRODUCTION = "introduction"
NOT_MET = (MemberStatus.REGISTERED, MemberStatus.CALLED)
OUT = {
    MemberStatus.RESTRICTED: "personen är spärrad, och ska varken ringas eller föreslås.",
    MemberStatus.LEFT: "personen har lämnat Intressebanken.",
}
HOW = (
    "Jag förstod inte hur det gick. "
    "Skriv till exempel: svarade inte, eller: bokat 15 december kl. 13.00 på biblioteket."
)
NO_TO_WHAT = (
    "Vill personen inte vara med alls, eller bara inte boka ett möte nu? Skriv VILL INTE VARA MED, eller RING IGEN."
)
_PHONED = re.compile(r"\b(uppringd|ringt|pratat|pratade|pratats vid|talat|talade|bokat|bokad|bokade)\b", re.IGNORECASE)
_NOT = re.compile(r"\b(inte|ej|ska|måste|borde|försökt|svar)\b", re.IGNORECASE)
_OF_THE_MEETING = re.compile(r"\b(?:in)?boka\w*|\bmöte\w*|\bträff\w*|\bses\b|\btid\b|\bintroduktion\w*", re.IGNORECASE)
# Of a call or a meeting that was to be, it says that it has been.
_DONE = re.compile(r"\W*(?:klart?|gjort|avklarat|fixat|done)\W*", re.IGNORECASE)
_ACTIVE = re.compile(r"\W*aktiv(?:era)?\b", re.IGNORECASE)


def introduction_outcome(desk: Desk, reading: Reading, token: Token, lead: Lead) -> str:
    """Act on a lead's reply about a resident: a call, a meeting, or the follow-up of somebody who has been here long.

    Returns why nothing was done and nothing said, "" where the lead has been answered.
    """
    member = desk.books.members.get(token.about)
    if member is None:
        return "personen finns inte längre i registret."
    merged = same_person(desk, token.about, member, reading.own_words, lead)
    if member.status in OUT and not merged:
        return OUT[member.status]
    heard = Heard(by=lead.email, how=BY_MAIL, words=reading.own_words)
    said = Said(merged) if merged else told_of(desk, member, reading.own_words, heard)
    desk.to_lead(
        lead, "lead-echo", "echo", Purpose.INTRODUCTION, about=desk.books.members.get(token.about) or member,
        in_reply_to=reading.letter.message_id, said=said.text, request=None, attachments=said.attachments,
    )  # fmt: skip
    return ""


def told_of(desk: Desk, member: Member, words: str, heard: Heard, kind: str = "") -> Said:
    """Act on what was told of a resident who is neither restricted nor gone. Mail and command both end here.

    `kind` is the kind of task that it was told of; a reply only says of whom it is.
    """
    told = meeting_told(words, desk.now.astimezone(desk.parts.settings.zone).date())
    waits = desk.books.tasks.open_tasks(kinds=[INTRODUCTION, MEETING, *FOLLOW_UPS], member_id=member.id)
    kinds = {task.kind for task in waits}
    follows = kind in FOLLOW_UPS or bool(kinds & set(FOLLOW_UPS))
    is_new = bool(kinds & {INTRODUCTION, MEETING}) or member.status in NOT_MET
    is_new = is_new or (member.status is MemberStatus.INTRODUCED and not follows)
    if kind in FOLLOW_UPS or not is_new or (follows and says_whether_they_stay(desk, words)):
        return follow_up_told(desk, member, words, heard)
    if member.status is MemberStatus.INTRODUCED and _ACTIVE.match(words):
        return Said(_activated(desk, member))
    if _DONE.fullmatch(words) and (meeting := open_meeting(desk, member)) and meeting.starts_at <= desk.now:
        told = MeetingTold(MeetingNews.HELD)
    if _is_of_a_meeting(desk, member, told):
        return _met(desk, member, told, heard)
    return _called(desk, member, words, heard)


def _is_of_a_meeting(desk: Desk, member: Member, told: MeetingTold) -> bool:
    """Tell whether news are of a meeting: of one not booked, only that it is booked now, or has been."""
    if told.news in (MeetingNews.CANCELLED, MeetingNews.MISSED):
        return open_meeting(desk, member) is not None
    return told.news is not None


def _met(desk: Desk, member: Member, told: MeetingTold, heard: Heard) -> Said:
    """Note the news of a meeting, and that the person was reached where a meeting was agreed on."""
    agreed = told.news in (MeetingNews.BOOKED, MeetingNews.MOVED)
    if agreed:
        member = _reached(desk, member, heard)
    said = take_news(desk, member, told, heard.who, lead_email=_lead(desk, heard))
    if not (said.asks and agreed):
        return said
    if member.status in NOT_MET:
        to_be_booked(desk, member)
    noted = f"Antecknat: {member.name} är uppringd. " if told.news is MeetingNews.BOOKED else ""
    return Said(f"{noted}{said.text}", asks=True)


def _lead(desk: Desk, heard: Heard) -> str:
    """Return whose calendar the meeting goes into: the lead's who told of it, else the first one's."""
    if desk.parts.settings.lead(heard.by):
        return heard.by
    return desk.leads[0].email if desk.leads else desk.parts.settings.address


def _reached(desk: Desk, member: Member, heard: Heard) -> Member:
    """Note that the person was reached by phone, once for each time they were to be called."""
    tasks = desk.books.tasks.open_tasks(kinds=[INTRODUCTION], member_id=member.id)
    if tasks or member.status is MemberStatus.REGISTERED:
        desk.books.tasks.called(
            member.id, Outcome.ACCEPTED, by=heard.by, now=desk.now, task=tasks[0] if tasks else None, note=heard.words
        )
    for task in tasks:
        desk.books.tasks.done(task, desk.now)
    if member.status is MemberStatus.REGISTERED:
        return desk.books.members.move(member, MemberEvent.CALLED)
    return member


def _activated(desk: Desk, member: Member) -> str:
    lacks = lacking(desk, member)
    return introduced(desk, member) if lacks else f"{member.name}: {introduced(desk, member)}"


def _called(desk: Desk, member: Member, words: str, heard: Heard) -> Said:
    """Write down how a call went."""
    decision = decide(words, [Candidate(1, member.name)], Stage.CALLS)
    outcome = _outcome(words, decision)
    if outcome is None:
        return Said(decision.question or HOW, asks=True)
    if outcome is Outcome.DECLINED and _OF_THE_MEETING.search(words):
        return Said(NO_TO_WHAT, asks=True)
    if outcome is Outcome.ACCEPTED:
        member = _reached(desk, member, heard)
        if member.status not in NOT_MET:
            return Said(f"Antecknat: {member.name} är uppringd.")
        to_be_booked(desk, member)
        return Said(
            f"Antecknat: {member.name} är uppringd. Att boka ett möte för introduktion är nu en uppgift. "
            "Har ni redan bestämt en tid? Skriv till exempel: bokat 15 december kl. 13.00 på biblioteket."
        )
    tasks = desk.books.tasks.open_tasks(kinds=[INTRODUCTION, MEETING], member_id=member.id)
    task = tasks[0] if tasks else None
    desk.books.tasks.called(member.id, outcome, by=heard.by, now=desk.now, task=task, note=heard.words)
    if outcome is Outcome.DECLINED:
        # It takes the person off every list too, and closes what was to be called about.
        restrict(desk, member, by=heard.who)
        return Said(
            f"{member.name} vill inte vara med. Personen är nu spärrad: föreslås inte, ska inte ringas och får inga "
            "brev. Uppgiften att ringa är borta. Att bekräfta vad personen vill är en uppgift för sig."
        )
    today = desk.now.astimezone(desk.parts.settings.zone).date()
    agreed = call_back_day(words, today) if outcome is Outcome.CALL_AGAIN else None
    slot = next_try(desk, member, None)
    for task in tasks:
        due = opening(agreed or slot.day, desk.parts.settings)
        desk.books.tasks.put_off(task, due, attempts=task.attempts + 1)
    how = "svarade inte" if outcome is Outcome.NO_ANSWER else "ska ringas igen"
    when = swedish_day(agreed) if agreed else said_of(slot, today)
    return Said(f"Antecknat: {member.name} {how}. Ring helst {when}. Jag påminner.")


def _outcome(words: str, decision: Decision) -> Outcome | None:
    understood = decision.outcomes.get(1) if decision.action is Action.OUTCOMES else None
    phoned = (_PHONED.search(words) and not _NOT.search(words)) or _DONE.fullmatch(words)
    return Outcome.ACCEPTED if phoned and understood in (None, Outcome.CALL_AGAIN) else understood
