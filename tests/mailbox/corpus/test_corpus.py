"""Mails by independent writers, none of whom had seen the reader, keep being read as well as they are today.

All of them have been tuned on by now, so their figures are a floor and no forecast. First-run figures of the last reply
sets, before they were opened: `replies_f` .89 with one wrong act, `replies_g` .71 with four, `replies_h` .60 with two,
`replies_v`, `replies_w`, `replies_z` and `replies_aa`, in the manner of ordinary days, .983, .889, .933 and .978, the
third with one; `replies_ba`, `replies_bb`, `replies_ca` and `replies_cb` .815, .782, .818 and .875, the third with one;
`replies_da` and `replies_ea`, in the manner of ordinary days again, .95 with one and .95 with none;
of `forms_g`: kind .97, missing lists .90, precision .989, recall .954, nothing invented; of `forms_h`, as below. Of
letters in prose: `forms_q` kind .77, missing lists .70, precision .865, recall .676, 30 invented; `forms_r` kind .94,
missing lists .70, precision .891, recall .842, 14 invented (12 in one letter taken for a request). `forms_t` is
by the one who mends the reader, its letters in six parts one after the other, the first before the code was read:
kind .89, .82, .80, .87, 1.0 and .88, missing lists .30, .50, .64, .50, .29 and .40, precision .88, .88, .79, .85, .91
and .80, recall .75, .72, .81, .74, .84 and .85, 62 invented (most in letters of neither kind taken for one); its nine
forms in other layouts: missing lists .67, precision .993, recall .964. Forms and letters mixed: `forms_s` kind .97,
missing lists .92, precision .975, recall .94, 2 invented; `forms_u` kind .97, missing lists .85, questions .83,
precision .978, recall .94, 5 invented; `forms_v` kind .93, missing lists .96, precision .98, recall .952, 6 invented;
`forms_w`, by the one who mends the reader and written before
the code was read: kind .875, missing lists .80, precision .973, recall .825, 1 invented (two letters in English, which
nothing read then; without them kind 1.0 and recall .94); `forms_x` kind .93, missing lists .96, precision .99, recall
.90, 1 invented; `forms_y` and `forms_z`, in the mixture of ordinary days, kind 1.0, missing lists .96 and .92,
precision .997 and 1.0, recall .99, nothing invented; `forms_ba` kind 1.0, missing lists .89, precision .981, recall
.96, 2 invented; `forms_ca`, `forms_cb` and `forms_da` kind 1.0, missing lists .93, .96 and .75, precision .989, .998
and .98, recall .978, .995 and .961, 1, 0 and 2 invented; `forms_aa`, by the one who mends the reader, in four parts in
words that none had had, each before it was mended by: kind 1.0, missing lists .68, .61, .54 and .83, precision .971,
.941, .967 and .953, recall .93, .90, .92 and .92, 7 invented.
A new set is worth more than a new rule; measure it before anything is changed, and write the figure down.
"""

import pytest

from tests.mailbox.corpus.scoring import CORPUS, score

# Least kind, missing list, precision and recall, and most invented values.
FORMS = {
    "forms_a": (1.0, 0.95, 0.98, 0.96, 0),
    "forms_b": (1.0, 0.95, 0.98, 0.96, 0),
    "forms_c": (1.0, 0.95, 0.98, 0.96, 0),
    "forms_d": (1.0, 0.95, 0.98, 0.96, 0),
    "forms_e": (1.0, 0.95, 0.98, 0.96, 0),
    "forms_g": (1.0, 0.95, 0.98, 0.96, 0),
    "forms_h": (1.0, 0.89, 0.98, 0.96, 1),  # never mended by
    "forms_p": (1.0, 0.97, 0.98, 0.98, 0),
    "forms_q": (1.0, 0.96, 0.97, 0.97, 1),
    "forms_r": (1.0, 0.95, 0.98, 0.98, 0),
    "forms_s": (1.0, 0.98, 0.99, 0.98, 0),
    "forms_t": (1.0, 0.97, 0.98, 0.96, 0),
    "forms_u": (1.0, 0.96, 0.99, 0.98, 0),
    "forms_v": (1.0, 0.98, 0.99, 0.98, 0),
    "forms_w": (1.0, 0.98, 0.99, 0.98, 0),
    "forms_x": (1.0, 0.96, 0.98, 0.95, 0),
    "forms_y": (1.0, 0.98, 0.99, 0.98, 0),
    "forms_z": (1.0, 0.96, 0.99, 0.98, 0),
    "forms_aa": (1.0, 0.97, 0.99, 0.98, 0),
    "forms_ba": (1.0, 0.98, 0.99, 0.98, 0),
    "forms_ca": (1.0, 0.96, 0.98, 0.97, 1),
    "forms_cb": (1.0, 0.96, 0.98, 0.97, 0),
    "forms_da": (1.0, 0.94, 0.98, 0.97, 0),
    "contradictions": (1.0, 0.95, 0.98, 0.96, 0),
    "other": (1.0, 0.95, 0.98, 0.96, 0),
    # A receipt for an order of our own, from a sender that no header or word calls a machine, reads as a form.
    "other_b": (0.98, 0.95, 0.74, 0.96, 13),
}
# Least share of decisions that are right, and most wrong acts.
REPLIES = {
    "replies_a": (0.95, 0),
    "replies_b": (0.95, 0),
    "replies_c": (0.95, 0),
    "replies_d": (0.95, 0),
    "replies_e": (0.95, 0),
    "replies_f": (0.95, 0),
    "replies_g": (0.95, 0),
    "replies_h": (0.88, 0),
    "replies_v": (0.98, 0),
    "replies_w": (0.9, 0),
    "replies_z": (0.97, 0),
    "replies_aa": (0.97, 0),
    "replies_ba": (0.98, 0),
    "replies_bb": (0.98, 0),
    "replies_ca": (0.98, 0),
    "replies_cb": (0.98, 0),
    "replies_da": (0.97, 0),
    "replies_ea": (0.95, 0),
}


@pytest.mark.parametrize("folder", FORMS)
def test_forms_are_read(folder: str) -> None:
    kind, missing, precision, recall, invented = FORMS[folder]
    found = score(CORPUS / folder)
    said = "\n".join(found.misses)
    assert found.share("kind") >= kind, said
    assert found.share("missing") >= missing, said
    assert found.precision >= precision, said
    assert found.recall >= recall, said
    assert found.counts["invented"] <= invented, said
    assert found.share("question") >= 0.9, said
    assert found.share("bounced") == 1.0, said


@pytest.mark.parametrize("folder", REPLIES)
def test_replies_are_understood(folder: str) -> None:
    right, wrong_acts = REPLIES[folder]
    found = score(CORPUS / folder)
    said = "\n".join(found.misses)
    assert found.share("kind") >= 0.98, said
    assert found.share("decision") >= right, said
    assert found.counts["wrong act"] <= wrong_acts, said
