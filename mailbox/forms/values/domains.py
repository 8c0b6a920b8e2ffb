"""Which organisation a mail address belongs to: a region's or a municipality's own domain says so.

Only those that surely do are here, by the label before the top domain; any other domain says nothing.
"""

_REGIONS = {
    "regionstockholm": "Region Stockholm", "sll": "Region Stockholm", "regionuppsala": "Region Uppsala",
    "regionsormland": "Region Sörmland", "regionostergotland": "Region Östergötland", "rjl": "Region Jönköpings län",
    "regionjonkoping": "Region Jönköpings län", "regionkronoberg": "Region Kronoberg",
    "regionkalmar": "Region Kalmar län", "ltkalmar": "Region Kalmar län", "regiongotland": "Region Gotland",
    "regionblekinge": "Region Blekinge", "regionskane": "Region Skåne", "skane": "Region Skåne",
    "regionhalland": "Region Halland", "vgregion": "Västra Götalandsregionen", "regionvarmland": "Region Värmland",
    "regionorebrolan": "Region Örebro län", "regionorebro": "Region Örebro län",
    "regionvastmanland": "Region Västmanland", "regiondalarna": "Region Dalarna",
    "regiongavleborg": "Region Gävleborg", "rvn": "Region Västernorrland",
    "regionvasternorrland": "Region Västernorrland",
    "regionjh": "Region Jämtland Härjedalen", "regionvasterbotten": "Region Västerbotten",
    "norrbotten": "Region Norrbotten", "regionnorrbotten": "Region Norrbotten",
}  # fmt: skip
_MUNICIPALITIES = {
    "borgholm": "Borgholms kommun", "emmaboda": "Emmaboda kommun", "hultsfred": "Hultsfreds kommun",
    "hogsby": "Högsby kommun", "kalmar": "Kalmar kommun", "monsteras": "Mönsterås kommun",
    "morbylanga": "Mörbylånga kommun", "nybro": "Nybro kommun", "oskarshamn": "Oskarshamns kommun",
    "torsas": "Torsås kommun", "vimmerby": "Vimmerby kommun", "vastervik": "Västerviks kommun",
}  # fmt: skip


def organisation_of_address(address: str) -> str:
    """Return the region or municipality whose domain an address is of, "" where that is not sure."""
    labels = address.rpartition("@")[2].casefold().split(".")
    own = labels[-2] if len(labels) >= 2 else ""
    return _REGIONS.get(own) or _MUNICIPALITIES.get(own, "")
