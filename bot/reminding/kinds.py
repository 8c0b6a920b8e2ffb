"""The kinds of tasks that reminders are kept as, and which of them a lead is told of.

A reminder is a row among the tasks: its day is a moment in the database, its key makes it at most once.
"""

from medverkan.storage.lifecycle import RequestState

# Reminders to others than the leads: nothing that a lead does, so no list of tasks shows them.
ANSWER = "answer"  # the unit's answer to our questions; shown, since a lead may want to know
CHASE = "chase"  # feedback from the unit
CONTACTED = "contacted"  # has the unit made contact with one person?
DAY_BEFORE = "day_before"  # to a participant
THANKS = "thanks"  # to a participant: thanks, and has the unit told them what it led to?
MORNING, MIDNIGHT = "morning", "midnight"  # the daily rounds: what is counted from the register
ROUNDS = (MORNING, MIDNIGHT)
HIDDEN = (CHASE, CONTACTED, DAY_BEFORE, THANKS, "meeting_reminder", *ROUNDS)

# What a lead does when a chain of reminders has come to its end, or a day has come.
UNANSWERED = "unanswered"  # the unit has not answered our questions
NOT_CONTACTED = "not_contacted"  # the unit has not been in touch with somebody
FEEDBACK = "feedback"
AGREEMENT = "agreement"  # a long assignment: is there a signed agreement?
TERM = "term"  # a seat in a council is soon over
UNDELIVERED = "undelivered"  # somebody has said yes, and their details have not been handed over
FOLLOW_UP = "follow_up"  # phone somebody in the register
DATA_REVIEW = "data_review"  # ask whether what is kept is still right
OWN_CONSENT = "own_consent"  # somebody has come of age
FOR_THE_LEAD = (
    "decide",
    "call",
    "introduction",
    "meeting",
    "complete",
    "guardian",
    "review",
    "rights",
    "unit",
    "letter",
    "draft",
    "contact",
    "fee",
    "failed",
    UNANSWERED,
    NOT_CONTACTED,
    FEEDBACK,
    AGREEMENT,
    TERM,
    UNDELIVERED,
    FOLLOW_UP,
    DATA_REVIEW,
    OWN_CONSENT,
)
# What somebody waits for: where nothing happens the leads are told again, and then whoever stands in.
PRESSING = ("decide", "call", "introduction", "meeting", "unit", "contact", UNDELIVERED, NOT_CONTACTED)
# Before the assignment has been; afterwards none of it matters any more.
BEFOREHAND = (CONTACTED, DAY_BEFORE, NOT_CONTACTED, AGREEMENT)
RUNNING = (RequestState.CALLING, RequestState.DELIVERED)
