"""Concepts that say who somebody is in a story rather than what they have met: parents', relatives', children's.

These decide in which perspective a mention counts when the words around it do not.
"""

# Waiting is what these concepts are about.
QUEUES = frozenset({"väntetider och vårdgaranti", "remisser och vårdprocess", "utskrivning från sjukhus"})
# To be without is what these concepts are about.
LACKS = frozenset({"digitalt utanförskap"})
# What is done with a family is the experience of all who are in it.
PARENTS_OWN = frozenset(
    {
        "orosanmälan och barnavårdsutredning",
        "placerade barn och unga",
        "öppenvård för familjer",
        "familjecentral",
        "föräldraskapsstöd",
        "familjerätt",
        "kontaktfamilj och kontaktperson för barn",
    }
)
# Experiences that are the teller's own although they are about somebody else.
OF_RELATIVES = frozenset(
    {
        "barn som anhöriga",
        "barn som utsätts för eller upplever våld",
        "missfall och förlust av barn",
        "adoption",
    }
)
# A mother's own, though it is of the child that she is asked.
BEARING = frozenset({"graviditet", "mödrahälsovård", "förlossningsvård", "neonatalvård", "amning och spädbarnstid"})
# Nobody has these but as a relative.
ONLY_RELATED = frozenset(
    {
        "anhörig till person med beroende",
        "anhörig till person med psykisk ohälsa",
        "anhörigvårdare",
        "anhörigstöd",
        "avlösning i hemmet",
        "efterlevande make eller maka",
        "efterlevande till suicid",
        "syskon och föräldrar till person med funktionsnedsättning",
    }
)
# An adult who tells of these speaks as a parent, unless "jag" says otherwise.
CHILDS_OWN = frozenset(
    {
        "neonatalvård",
        "barnhälsovård",
        "barn- och ungdomspsykiatri",
        "habilitering för barn",
        "barn med autism",
        "barn med ADHD",
        "språkstörning",
        "barnsjukvård",
        "barndiabetes",
        "barncancer",
        "barn med epilepsi",
        "barn med astma eller allergi",
        "barn med medfött hjärtfel",
        "barn med läpp-käk-gomspalt",
        "obesitas hos barn",
        "problematisk skolfrånvaro",
        "elevhälsa",
        "anpassad skolgång",
        "korttidstillsyn",
        "korttidsvistelse LSS",
        "avlösarservice",
    }
)
# Care that is given for every illness of a kind.
CARE_OF = {"cancerbehandling": "cancer", "cancerrehabilitering": "cancer"}
# Concepts that only say in what capacity somebody speaks.
CAPACITIES = frozenset({"brukare", "patient", "närstående", "efterlevande"})
