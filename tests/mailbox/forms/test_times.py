"""Clock times, in figures and in words."""

import pytest

from medverkan.mailbox.forms.values.times import clock_times, no_clock


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("kl. 9–11", "09:00", "11:00"),
        ("kl 13 - 15", "13:00", "15:00"),
        ("13:00-15:00", "13:00", "15:00"),
        ("1300-1500", "13:00", "15:00"),
        ("13.00 t o m 15.00", "13:00", "15:00"),
        ("kl. 14 till 16.30", "14:00", "16:30"),
        ("mellan 13 och 15", "13:00", "15:00"),
        ("10-12", "10:00", "12:00"),
        ("kl. halv tolv till ett", "11:30", "13:00"),
        ("halv två", "13:30", ""),
        ("kvart i tre", "14:45", ""),
        ("kvart över tre", "15:15", ""),
        ("fem i halv fyra", "15:25", ""),
        ("klockan tio", "10:00", ""),
        ("kl 1-3", "13:00", "15:00"),
        ("kl 15-14", "15:00", "14:00"),
        ("halv tio till elva", "09:30", "11:00"),
        ("mellan halv nio och tio", "08:30", "10:00"),
        ("fem över halv tre", "14:35", ""),
        ("tio i tre", "14:50", ""),
        ("kvart över nio till kvart i elva", "09:15", "10:45"),
        ("kl 0930", "09:30", ""),
        ("kl. 17.30–19.00", "17:30", "19:00"),
        ("17.30–19", "17:30", "19:00"),
        ("9-15", "09:00", "15:00"),
        ("9–10.30", "09:00", "10:30"),
        ("kl 13:00 – ca 14:30", "13:00", "14:30"),
        ("10.15 - ca 11", "10:15", "11:00"),
        ("från 13 till 15", "13:00", "15:00"),
        ("13.00 tom 15.00", "13:00", "15:00"),
        ("start 09.00, slut 12.00", "09:00", "12:00"),
        ("börjar kl 13 och slutar kl 15", "13:00", "15:00"),
        ("kl 9 prick", "09:00", ""),
        ("klockan 18", "18:00", ""),
        ("kl. 14.00-", "14:00", ""),
        ("13.30 (fika från 13.00)", "13:30", ""),
        ("kl 8–12 inkl. fika", "08:00", "12:00"),
        ("13.00-15.00, lokalen öppnar 12.30", "13:00", "15:00"),
        ("13.00-15.00 (dörrarna öppnar 12.30)", "13:00", "15:00"),
        ("09.00 - 12.00 (lunch 12.00)", "09:00", "12:00"),
        ("klockan tre på eftermiddagen", "15:00", ""),
        ("sju på kvällen", "19:00", ""),
        ("kl 7 på kvällen", "19:00", ""),
        ("kl sju på morgonen", "07:00", ""),
        ("9 am to 11 am", "09:00", "11:00"),
        ("2 pm–4 pm", "14:00", "16:00"),
        ("2.30 pm", "14:30", ""),
        ("kl. 15.00–13.30", "15:00", "13:30"),
        ("18:00-20:00 CET", "18:00", "20:00"),
        ("kl 13,00-15,00", "13:00", "15:00"),
        ("13.00/15.00", "", ""),
        ("kl.13-15", "13:00", "15:00"),
        ("kl 09 till 11", "09:00", "11:00"),
        ("tid 13–14.30", "13:00", "14:30"),
        ("12 till 13", "12:00", "13:00"),
        ("lunchmöte 12-13", "12:00", "13:00"),
        ("efter kl 17", "", ""),
        ("någon gång mellan 8 och 16", "08:00", "16:00"),
        ("senast kl 16", "", ""),
    ],
)
def test_a_time_is_read_as_it_is_said(written: str, start: str, end: str) -> None:
    assert clock_times(written) == (start, end)


@pytest.mark.parametrize(
    "written", ["em, exakt tid kommer", "heldag", "8-10 personer", "2-3 möten", "3 av 10", "kl 9-11 och kl 13-15", ""]
)
def test_no_time_is_invented(written: str) -> None:
    assert clock_times(written) == ("", "")


@pytest.mark.parametrize(
    ("written", "odd"), [("kl 25", "kl 25"), ("kl. 13.75", "kl. 13.75"), ("kl 24", ""), ("kl 9", "")]
)
def test_a_time_of_day_that_does_not_exist_is_found(written: str, odd: str) -> None:
    assert no_clock(f"9 februari {written}") == odd
