"""The words around a name that show it to be one."""

import re

from gateway.core.redaction.ordinary_words import listed

_CASES = r"(?:n|lle|lla|llä|lta|ltä|ni|t|ien|ille|illa|illä|a|ä|iin|ilta|iltä|na|nä|ksi|kin|s)?"
# A person's calling before the name: "hoitaja X", "terveyskeskuslääkärin X", "sjuksköterskan X".
_CALLINGS = (
    r"\w*(?:hoitaja|lääkäri|laakari|logi|iatri|logen|iatern|terapeut(?:ti|i)|ortopedi|kätilö"
    r"|laborantti|hoitsu|avustaja|työntekijä|ohjaaja|kuljettaja|virkailija|sihteeri|siivooja|kirurgi|tulkki"
    r"|tulki|dosentti|professori|tohtori|ensihoitaja|johtaja|esimies|päällikkö|päällikö"
    r"|opettaja|rouva|herra|neiti|täti|setä|pappa|vaari|potilas|sköterska|läkare|barnmorska"
    r"|terapeut|skötare|vårdare|tandläkare|tolk|doktor|fru|herr)"
)
_TITLE = re.compile(
    rf"(?:{_CALLINGS}(?:{_CASES}|n|na|ns|nas|ens|en|rn|rna|rens|t|s)|tri|lääk|lekuri"
    r"|lekurin|tk-lääk|dr|doctor|doctors|nurse|nurses|midwife|mr|mrs|ms|miss|physio|receptionist|therapist|prof"
    r"|professor|rva|hra|syster|sköterskan|sair\.?hoit|sh|th|lh)",
    re.IGNORECASE,
)
# One's own people, with the ending that says whose: "poikani X", "min mamma X", "my son X".
_KIN = re.compile(
    r"(?:äiti|äidi|isä|vaimo|miehe|mies|poika|poja|tyttäre|tyttö|tytö|lapse|vauva|mummo|mummi|ukki"
    r"|sisko|velje|veli|ystävä|naapuri|kaveri|puoliso|avopuoliso|serkku|täti|kummi|anoppi|appi"
    r"|omahoitaja|omalääkäri)\w{0,4}(?:ni|mme)"
    r"|mamma|pappa|mormor|farmor|morfar|farfar|son|dotter|dottern|hustru|granne|husband"
    r"|wife|daughter|mother|father|neighbour|neighbor|brother|sister|naapurin|kaverin",
    re.IGNORECASE,
)
# What people say right before their name or another's.
INTRODUCTION = re.compile(
    r"(?:\bnime(?:ni|nsä|nne|ltään|ltäni)(?: on| oli)?|\bnimi(?: on| oli|\s*:)|\bnimisen"
    r"|\besitteli itsensä|\bsanoi olevansa|\bkutsutaan|\bhe(?:ter|tte)"
    r"|\bnamn(?:et)? (?:är|var)|\bnamn:"
    r"|\bname (?:is|was)|\bname:|\bnamed"
    r"|\b(?:is|was|somebody|someone|nurse|doctor) called)\s+[\"”'(]?$",
    re.IGNORECASE,
)
# What stands before a name at the end of a letter.
SIGN_OFF = re.compile(
    r"(?:(?:^|[\s.,!?])(?:t|yt|terv|ystäv|mvh|br)\s?[.:]?|\bterveisin|\bterveiset|\bterkuin"
    r"|\btoivoo|\bkiittäen|\bhälsningar|\bhälsar|\bregards,?|\bsincerely,?|\ballekirjoittaa)"
    r"\s*[:,]?\s*$",
    re.IGNORECASE,
)
#: Said of people only: before these, the word that begins the sentence is a name.
OF_PEOPLE = listed(
    """
    auttoi hoiti kuunteli neuvoi selitti soitti kertoi sanoi kysyi lupasi vastasi puhui otti
    osasi jaksoi ehti ymmärsi antoi ohjasi tutki mittasi pisti huomasi saattoi nauroi pelkäsi itki
    opetti rauhoitti piti lohdutti tunsi muisti teki hjälpte lyssnade förklarade ringde sade sa tog
    gav frågade helped listened explained called said told asked took gave
    vastaanotto vastaanotolla vastaanotolle perhe kanssa luona luokse
    """
)
#: Names that say how or what somebody is: "Armas hoitaja", "Veli auttoi".
DESCRIPTIONS = listed("armas oiva tyyni vieno hellä uljas tarkka varma terävä harmaa veli sisko")
#: Said of whoever bears the title before it: "lääkäri usko että", "hoitaja helmi".
AFTER_TITLES = listed(
    "back usko anna koski helmi tuli kesti into ilo ole olle elle ellen per dag dags liv lova maj"
    " bill love will may make brown hall hans lumi voitto sade ilta aamu tuuli pilvi aura taito"
)
# After a name they make a place of it: "Hannulan terveysasema".
_FACILITY = re.compile(
    r"(?:terveysa|terveyske|sairaal|hammashoi|päiväko|päiväto|koulu|kirkko|kirkon|hoitoko|hoivako|"
    r"palvelu|keskus|keskuks|keskusta|kunna|kunta|kaupun|hyvinvointia|neuvola|osasto|osasto|yksik"
    r"|laborat|kirjasto|apteek|säätiö|yhdisty|asema|vanhainko|kuntoutu|klinik|poliklin|sosiaaliase"
    r"|perhekesk|tk\b|ta\b|tori|katu|kadu|tie\b|tien\b|tiellä|kärje|kylä|alue|aluee|hälsosta|sjukhus"
    r"|skola|hospital|health|street|road|maakun|talo\b|kampu|uimahal|hälsocentr|mokka|canth|joululaul|väki|väe|asukka|asukke|potilaskoti)",
    re.IGNORECASE,
)
# In these cases a name isn't what the next word belongs to: "kiitos Tuulalle osastolla".
_TO_PERSON = re.compile(r"l[lt][aäe]$|s[st][aä]$")
_THING = re.compile(
    r"[\w-]+-(?:lehti|lehde|sovellu|viesti|järjestelm|ohjelma|palvelu|chat|ryhmä|talo|koti|kodi|app"
    r"|klinik|botti|sairau|tauti|taudi|oireyht)\w*",
    re.IGNORECASE,
)
# A case in which people hardly stand, but places do.
_INSIDE = re.compile(r"\w{2,}(?:ssa|ssä|sta|stä|lla|llä|hin|hun|seen)$")
# Family names one can tell by their end.
_FAMILY = re.compile(
    r"\w{2,}(?:(?<!lli)(?:nen|(?<!k)s(?:en|ella|elle|elta|ellä|eltä))"
    r"|sson|ström|berg|qvist|gren|bäck|lund|roos|enko|chuk|ov|ova|eva|ić|oğlu)"
)


def is_title(word: str) -> bool:
    """Whether the word names the calling or the kinship of whoever is named next."""
    return bool(_TITLE.fullmatch(word) or _KIN.fullmatch(word))


def is_thing(word: str) -> bool:
    """Whether the word with a hyphen is called after somebody but is a thing: "Onni-sovellus"."""
    return bool(_THING.fullmatch(word))


def makes_place(before: str, word: str) -> bool:
    """Whether the word makes a place of the one before it: "Hannulan terveysasema"."""
    return bool(_FACILITY.match(word)) and not _TO_PERSON.search(before)


def stands_inside(word: str) -> bool:
    """Whether the word is bent as places are: in, from, at it."""
    return bool(_INSIDE.match(word))


def looks_like_family(word: str) -> bool:
    """Whether a capitalised word within a sentence ends as family names do."""
    return bool(_FAMILY.fullmatch(word))
