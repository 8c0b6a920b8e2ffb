"""One case as text: what was understood, what we still ask, whom we proposed, which letters left, and what happened.

It reads the same values as the JSON, and shows no more than those: a letter is named, never quoted.
"""

from typing import Any

from medverkan.bot import show, words
from medverkan.bot.understood import understood
from medverkan.mailbox.answers.asked import asked_of
from medverkan.mailbox.values import Kind


def case_for_people(case: dict[str, Any], *, explain: bool = False) -> list[str]:
    """Return one case, as `history` gives it, in lines for the terminal; with how each score came about."""
    rests = "  vilar" if case["paused"] else ""
    lines = [
        f"{case['id']}  {words.CASE[case['state']]}{rests}  {case['unit']}  kom {show.moment(case['received'])}",
        "",
    ]
    lines += [f"{label}: {value}" for label, value in understood(Kind.REQUEST, case["fields"])]
    lines.append(f"Utläst: nivå {case['level']}, sammanhang {case['context']}, delaktighet {case['step']}")
    if asked := asked_of(Kind.REQUEST, case["missing"], case["questions"]):
        lines += ["", "Det här vet vi inte än", *(f"  {one.number}. {one.text}" for one in asked)]
    if case["remarks"]:
        lines += ["", "Råd till verksamheten", *(f"  - {remark}" for remark in case["remarks"])]
    for proposal in case["proposals"]:
        lines += ["", f"Förslag {proposal['version']} ({show.moment(proposal['at'])})"]
        lines += [line for match in proposal["matches"] for line in _match(match, explain=explain)]
        if explain:
            lines += _explained(proposal)
    if case["invitations"]:
        lines += ["", "Personer"]
        lines += [f"  {one['member']}: {words.PERSON[one['state']]}" for one in case["invitations"]]
    if case["outgoing"]:
        lines += ["", "Brev", *(f"  {_letter(one)}" for one in case["outgoing"])]
    return [*lines, "", "Händelser", *(_event(event) for event in case["events"])]


def _match(match: dict[str, Any], *, explain: bool) -> list[str]:
    """Return one person of a proposal; explained: reasons, concerns and what each part adds to the score."""
    lines = [f"  {match['number']}. {match['member']} ({match['score']:.2f})"]
    if not explain:
        return lines
    lines += [f"     + {reason}" for reason in match["reasons"]] + [f"     - {why}" for why in match["concerns"]]
    parts = match.get("parts", {})
    lines += [f"     {words.PART.get(part, part):<34} {adds:.3f}" for part, adds in parts.items()]
    return [*lines, f"     {'summa':<34} {match['score']:.3f}"] if parts else lines


def _explained(proposal: dict[str, Any]) -> list[str]:
    """Return who was held back, and by which version of the matcher from which inputs."""
    told = f"Matchare {proposal['matcher']}, underlag {proposal['inputs_sha256'][:16]}."
    return [f"  {line}" for line in (words.held_back(proposal["excluded"]), told) if line]


def _letter(letter: dict[str, str]) -> str:
    """Return when a letter leaves or left, to whom, what it is and how it went."""
    to, what = words.letter_to(letter["kind"]), words.letter(letter["kind"], letter["channel"])
    return "  ".join(filter(None, (show.moment(letter["due"]), to, what, words.OUTBOX[letter["state"]])))


def _event(event: dict[str, str]) -> str:
    what, who = words.EVENT.get(event["what"], event["what"]), words.WHO.get(event["who"], event["who"])
    return f"  {show.moment(event['at'])}  {what} ({who})"
