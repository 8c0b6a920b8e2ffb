"""What the year's residents have been through and what its units ask about, as words that people use."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """One field of experience. `stories` by perspective; `canaries` are words that may reach no subject, SMS or log."""

    sought: str
    about: str
    purpose: str
    perspectives: tuple[str, ...]
    stories: Mapping[str, tuple[str, ...]]
    canaries: tuple[str, ...]


TOPICS = (
    Topic(
        "Egen hemtjänst, eller närstående till någon som har hemtjänst",
        "Vi vill förstå hur det är att få hjälp hemma av många olika personer, och vad som gör en trygg.",
        "Ett gemensamt arbetssätt för färre och mer kända ansikten.",
        ("Brukare", "Närstående"),
        {
            "Brukare": (
                "Jag har hemtjänst morgon och kväll sedan höften gick av. Larmet har jag använt ett par gånger.",
                "Hemtjänsten kommer fyra gånger om dagen. Det är nya ansikten nästan varje vecka.",
            ),
            "Närstående": (
                "Min man har haft hemtjänst i sex år och jag ser hur olika det blir med ny personal.",
                "Mamma bor kvar hemma med hemtjänst och jag sköter alla kontakter med handläggaren.",
            ),
        },
        ("hemtjänst",),
    ),
    Topic(
        "Egen erfarenhet av BUP, eller förälder till ett barn som gått på BUP",
        "Personalens utvecklingsdag om övergången från BUP till vuxenpsykiatrin.",
        "Ingen ska falla mellan stolarna när man fyller 18.",
        ("Patient", "Närstående"),
        {
            "Patient": (
                "Gick på BUP för ångest från tretton års ålder. Bytet till vuxenpsykiatrin blev ett långt hål.",
                "Jag hade kontakt med BUP i fyra år för depression och självskada.",
            ),
            "Närstående": (
                "Vår dotter går på BUP för ångest. Vi har fått slåss för varje samtal.",
                "Min son fick hjälp av BUP efter lång väntan. Han hade depression.",
            ),
        },
        ("ångest", "depression", "självskada"),
    ),
    Topic(
        "Eget beroende av alkohol eller läkemedel, eller anhörig till någon med beroende",
        "Ett råd om hur stödet till personer med beroende och deras anhöriga kan komma tidigare.",
        "Stödet ska komma tidigare.",
        ("Brukare", "Närstående"),
        {
            "Brukare": (
                "Nykter alkoholist sedan några år. Har haft kontakt med beroendemottagningen och boendestöd.",
                "Jag var beroende av tabletter i tio år och har gått i behandling två gånger.",
            ),
            "Närstående": (
                "Min son har varit beroende av alkohol i femton år. Jag har gått anhörigprogram.",
                "Jag är dotter till en pappa med alkoholberoende och har mött socialtjänsten många gånger.",
            ),
        },
        ("alkoholist", "alkoholberoende", "tabletter"),
    ),
    Topic(
        "Egen erfarenhet av stroke, eller närstående till någon som haft stroke",
        "Intervjuer om hemgången från sjukhuset efter stroke och om rehabiliteringen hemma.",
        "En tryggare hemgång.",
        ("Patient", "Närstående"),
        {
            "Patient": (
                "Hade en stroke för tre år sedan. Rehabiliteringen var bra men hemgången gick för fort.",
                "Fick stroke mitt i livet och har tränat upp talet igen på rehab.",
            ),
            "Närstående": (
                "Min fru fick en stroke. Vi stod ganska ensamma de första månaderna hemma.",
                "Pappa har haft två stroke och jag var med på alla möten om hemgången.",
            ),
        },
        ("stroke",),
    ),
    Topic(
        "Egen erfarenhet av diabetes",
        "Vi ser över egenvården och de digitala besöken för den som har diabetes.",
        "Besök som passar den som lever med sjukdomen.",
        ("Patient",),
        {
            "Patient": (
                "Diabetes typ 1 sedan barndomen och insulinpump de senaste åren.",
                "Har typ 2-diabetes sedan tio år och går på kontroller på hälsocentralen.",
            )
        },
        ("diabetes", "insulinpump"),
    ),
    Topic(
        "Närstående till någon med demenssjukdom",
        "En fokusgrupp om stödet till den som vårdar en närstående med demens.",
        "Bättre avlösning och information till anhöriga.",
        ("Närstående",),
        {
            "Närstående": (
                "Min man fick Alzheimers sjukdom och bor nu på demensboende.",
                "Jag har vårdat min mamma med demens hemma i flera år, med avlösning ibland.",
            )
        },
        ("demens", "alzheimers"),
    ),
    Topic(
        "Egen erfarenhet av personlig assistans eller annat stöd enligt LSS",
        "En arbetsgrupp om delaktighet i beslut om insatser enligt LSS.",
        "Beslut som den det gäller har varit med om.",
        ("Brukare", "Närstående"),
        {
            "Brukare": (
                "Har personlig assistans dygnet runt på grund av en CP-skada.",
                "Jag bor på gruppbostad enligt LSS och har en utvecklingsstörning.",
            ),
            "Närstående": (
                "Vår son har autism och personlig assistans. Jag är hans gode man.",
                "Min bror bor på gruppbostad enligt LSS sedan många år.",
            ),
        },
        ("cp-skada", "autism", "utvecklingsstörning"),
    ),
    Topic(
        "Egen erfarenhet av cancervård, eller närstående",
        "Vi vill förbättra informationen före och efter behandling i cancervården.",
        "Begriplig information i rätt tid.",
        ("Patient", "Närstående"),
        {
            "Patient": (
                "Behandlades för bröstcancer för två år sedan, med operation, strålning och cellgifter.",
                "Har haft cancer i prostatan och går på återbesök.",
            ),
            "Närstående": (
                "Min sambo gick bort i cancer. Vi hade hemsjukvård den sista tiden.",
                "Jag följde min syster genom hela hennes cancerbehandling.",
            ),
        },
        ("bröstcancer", "cancer", "cellgifter"),
    ),
)
