"""Patient, user and carer organisations to suggest where nobody in the register fits: by what is sought, then by area.

Known national organisations with local branches; the lead knows the local ones. Extend freely: a row is a name and the
concepts of the vocabulary that it knows from the inside, so that nobody with a stroke is sent to another diagnosis.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import zip_longest
from typing import Any

from medverkan.bot.organisations.local import Association, of_them
from medverkan.matching.values import Need
from medverkan.matching.vocabulary import Vocabulary
from medverkan.matching.wish import understand

MOST = 4
_FOR_ALL = "Funktionsrätt Sverige"
_OF_RELATIVES = "Anhörigas Riksförbund"
_RELATED = "närstående"
# What only names a whole area is left to those who speak for all of it.
_BY_AREA = {
    "äldre": ("PRO", "SPF Seniorerna"),
    "barn och unga": ("Bris", _FOR_ALL),
    "psykisk hälsa och beroende": ("NSPH", "RSMH"),
    "funktionsnedsättning": (_FOR_ALL, "DHR"),
    "somatik": (_FOR_ALL,),
}
_CARE_OF_THE_OLD = (
    "hemtjänst; hemsjukvård; trygghetslarm; särskilt boende för äldre; trygghetsboende; korttidsboende för äldre; "
    "dagverksamhet för äldre; biståndshandläggning äldre; äldreomsorg; ensamhet hos äldre; aktivt åldrande; geriatrik; "
    "fallolycka och fallprevention; fast omsorgskontakt; rehabilitering för äldre; undernäring och måltider; "
    "mobilt team för sköra äldre; multisjuka äldre; munhälsa hos äldre; välfärdsteknik"
)
_PSYCHIATRY = (
    "psykossjukdom; schizofreni; psykisk ohälsa; psykisk funktionsnedsättning; vuxenpsykiatrisk öppenvård; "
    "psykiatrisk heldygnsvård; psykiatrisk tvångsvård; rättspsykiatri; självvald inläggning; ECT; peer support; "
    "psykiatrisk medicinering; psykologisk behandling; boendestöd; boende socialpsykiatri; personligt ombud; "
    "återhämtning; stigma kring psykisk ohälsa; sysselsättning och arbetsrehabilitering psykiatri; krisplan; "
    "psykisk hälsa i primärvården; brukarinflytandesamordnare"
)
_ROWS = (
    ("Strokeförbundet", "stroke och TIA; afasi"),
    ("Afasiförbundet", "afasi; språkstörning; tal- och kommunikationssvårigheter"),
    ("Hjärnskadeförbundet Hjärnkraft", "förvärvad hjärnskada"),
    ("Personskadeförbundet RTP", "ryggmärgsskada; amputation och protes; långvarig smärta; ryggbesvär"),
    (
        "Riksförbundet HjärtLung",
        "hjärtinfarkt; hjärtsvikt; hjärtrytmrubbning; hjärtstopp; hjärtsjukdom; högt blodtryck; kärlsjukdom; "
        "blodpropp; KOL; lungsjukdom; lungfibros och andra lungsjukdomar; sömnapné",
    ),
    ("Hjärtebarnsfonden", "barn med medfött hjärtfel; medfödda hjärtfel hos vuxna"),
    ("Astma- och Allergiförbundet", "astma; allergi och överkänslighet; barn med astma eller allergi"),
    ("Svenska Diabetesförbundet", "diabetes; diabetes typ 1; diabetes typ 2; barndiabetes"),
    ("Reumatikerförbundet", "reumatisk sjukdom; artros; fibromyalgi; höft- och knäprotes"),
    ("Fibromyalgiförbundet", "fibromyalgi; långvarig smärta"),
    ("Osteoporosförbundet", "osteoporos; höftfraktur"),
    (
        "Neuro",
        "MS; neuromuskulär sjukdom; ALS; polyneuropati; neurologisk sjukdom; tremor och dystoni; "
        "funktionella neurologiska symtom; ryggmärgsskada",
    ),
    ("Parkinsonförbundet", "Parkinsons sjukdom"),
    ("Svenska Epilepsiförbundet", "epilepsi; barn med epilepsi"),
    ("Huvudvärksförbundet", "migrän och huvudvärk"),
    ("Riksförbundet för ME-patienter", "ME/CFS"),
    ("Svenska Covidföreningen", "postcovid"),
    ("Riksförbundet Huntingtons Sjukdom", "Huntingtons sjukdom"),
    ("Restless legs-förbundet", "restless legs"),
    ("Alzheimer Sverige", "demenssjukdom; demens hos yngre personer; minnesmottagning och demensutredning; BPSD"),
    (
        "Demensförbundet",
        "demenssjukdom; demens hos yngre personer; lindrig kognitiv störning; minnesmottagning och demensutredning; "
        "BPSD",
    ),
    (_OF_RELATIVES, "anhörigvårdare; anhörigstöd; avlösning i hemmet"),
    ("PRO", _CARE_OF_THE_OLD),
    ("SPF Seniorerna", _CARE_OF_THE_OLD),
    ("Maskrosbarn", "barn som anhöriga; placerade barn och unga"),
    ("Knas Hemma", "placering på HVB; placering i familjehem; placerade barn och unga; SiS-institution"),
    ("Tilia", "psykisk ohälsa hos unga; barn- och ungdomspsykiatri; första linjen psykisk hälsa unga"),
    ("RSMH", _PSYCHIATRY),
    ("NSPH", f"{_PSYCHIATRY}; depression; utmattningssyndrom; stress; personlighetssyndrom"),
    ("Schizofreniförbundet", "schizofreni; psykossjukdom; anhörig till person med psykisk ohälsa"),
    ("Riksförbundet Balans", "bipolär sjukdom; depression; utmattningssyndrom"),
    ("Svenska Ångestförbundet", "ångestsyndrom; paniksyndrom; social ångest; fobi"),
    ("Svenska OCD-förbundet", "OCD"),
    ("Frisk & Fri", "ätstörning; ätstörning hos unga"),
    ("SHEDO", "självskadebeteende; självskadebeteende hos unga; ätstörning"),
    ("SPES", "efterlevande till suicid"),
    ("Suicide Zero", "suicidalitet"),
    ("RFHL", "läkemedelsberoende; narkotikaberoende; opioidberoende; skadligt bruk och beroende; beroendemottagning"),
    ("IOGT-NTO", "alkoholberoende; skadligt bruk och beroende; anhörig till person med beroende"),
    ("Länkarna", "alkoholberoende; självhjälpsgrupper beroende; behandlingshem och eftervård"),
    ("Svenska Brukarföreningen", "LARO; opioidberoende; skadereducering"),
    ("Riksförbundet FMN", "anhörig till person med beroende; skadligt bruk hos unga"),
    ("Spelberoendes Riksförbund", "spelberoende"),
    ("KRIS", "frivård och kriminalvård"),
    ("Riksförbundet Attention", "ADHD; NPF; NPF hos vuxna; Tourettes syndrom; barn med ADHD; språkstörning"),
    ("Autism Sverige", "autism; barn med autism; NPF; NPF hos vuxna"),
    (
        "FUB",
        "intellektuell funktionsnedsättning; Downs syndrom; flerfunktionsnedsättning; gruppbostad; daglig verksamhet; "
        "LSS-insatser; servicebostad; korttidsvistelse LSS; kontaktperson enligt LSS",
    ),
    ("Svenska Downföreningen", "Downs syndrom"),
    (
        "DHR",
        "rörelsenedsättning; bostadsanpassning; hjälpmedel; färdtjänst och sjukresor; tillgänglighet; "
        "personlig assistans",
    ),
    ("Föreningen JAG", "personlig assistans; flerfunktionsnedsättning"),
    ("RBU", "cerebral pares; habilitering för barn"),
    ("HRF", "hörselnedsättning; tinnitus och öronsjukdom; syn- och hörselnedsättning hos äldre"),
    ("Sveriges Dövas Riksförbund", "dövhet"),
    ("Förbundet Sveriges Dövblinda", "dövblindhet"),
    ("SRF", "synnedsättning; ögonsjukdom; assistanshund och ledarhund; syn- och hörselnedsättning hos äldre"),
    ("Dyslexiförbundet", "dyslexi och dyskalkyli; dyslexi hos vuxna"),
    ("Riksförbundet Sällsynta diagnoser", "sällsynta diagnoser"),
    ("Ehlers-Danlos syndrom Riksförbund", "EDS och hypermobilitet"),
    ("Bröstcancerförbundet", "bröstcancer"),
    ("Prostatacancerförbundet", "prostatacancer"),
    ("Blodcancerförbundet", "blodcancer"),
    ("ILCO", "stomi; tarmcancer; inkontinens; inflammatorisk tarmsjukdom"),
    ("Lungcancerföreningen", "lungcancer"),
    ("Melanomföreningen", "hudcancer"),
    ("Gynsam", "gynekologisk cancer"),
    ("Mun- & Halscancerförbundet", "huvud-halscancer"),
    ("Svenska Hjärntumörföreningen", "hjärntumör"),
    ("Palema", "bukspottkörtel- och levercancer; magsäcks- och matstrupscancer"),
    ("Barncancerfonden", "barncancer"),
    ("Nätverket mot cancer", "cancer; cancerbehandling; cancerrehabilitering"),
    ("Njurförbundet", "njursvikt och dialys; transplantation"),
    ("Mag- och tarmförbundet", "inflammatorisk tarmsjukdom; IBS; mag- och tarmsjukdom"),
    ("Svenska Celiakiförbundet", "celiaki"),
    ("Endometriosföreningen", "endometrios"),
    ("Spädbarnsfonden", "missfall och förlust av barn"),
    ("Sköldkörtelförbundet", "sköldkörtelsjukdom; hormonsjukdom"),
    ("HOBS", "obesitas; obesitas hos barn"),
    ("Svenska Ödemförbundet", "lipödem och lymfödem"),
    ("Psoriasisförbundet", "psoriasis; hudsjukdom"),
    ("Atopikerna", "eksem och atopi"),
    ("Hiv-Sverige", "hiv och hepatit"),
    ("RFSL", "HBTQI och psykisk hälsa; könsdysfori"),
    ("Unizon", "våld i nära relation; sexuella övergrepp; hedersrelaterat våld och förtryck"),
)


def organisations_of(
    fields: Mapping[str, Any], vocabulary: Vocabulary, local: Iterable[Association] = ()
) -> tuple[str, ...]:
    """Return whom to suggest for a request's fields: of the region's own list, then of those that all regions know.

    Who knows what is sought comes before who knows its focus area.
    """
    perspectives = tuple(fields.get("perspectives") or ())
    need = Need(
        experience=str(fields.get("experience") or ""),
        title=str(fields.get("title") or ""),
        description=str(fields.get("description") or ""),
        purpose=str(fields.get("purpose") or ""),
        unit=str(fields.get("unit") or ""),
        perspectives=perspectives,
    )
    wish = understand(need, vocabulary)
    areas = fields.get("focus_areas") or ()
    near = of_them(local, areas, wish.core, str(fields.get("place") or ""), vocabulary)
    known = organisations_for(areas, wish.core, relatives=perspectives == (_RELATED,))
    return (*(one.shown for one in near[:MOST]), *known)


def organisations_for(
    areas: Iterable[str], concepts: Iterable[str] = (), *, relatives: bool = False
) -> tuple[str, ...]:
    """Return names to suggest, at most MOST: by the concepts sought, heaviest first, and only else by focus area."""
    known = [_by_concept().get(concept, ()) for concept in concepts]
    # One for each concept before a second for any.
    named = [name for round_ in zip_longest(*known) for name in round_ if name]
    if not named:
        named = [name for area in areas for name in _BY_AREA.get(area, ())] or [_FOR_ALL]
    kept = list(dict.fromkeys(named))[: MOST - relatives]
    return tuple(dict.fromkeys([*kept, _OF_RELATIVES] if relatives else kept))


@cache
def _by_concept() -> Mapping[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for name, concepts in _ROWS:
        for concept in concepts.split("; "):
            table[concept] = (*table.get(concept, ()), name)
    return table
