"""Sentences that ask something of the sender, told by the word they open with."""

import re
from collections.abc import Mapping, Sequence

_KEY_LENGTH = 4

_MESSAGES = r"(?:viest|kysel|tekstar|tekstiv|sms|spammi|roskapost|mainoks)\w*"
_THESE = rf"(?:{_MESSAGES}|naita(?= enaa| kiitos| {_MESSAGES}|$)|mitaan(?= enaa|$))"
_MEDDELANDEN = r"(?:sms\w*|meddelande\w*|enkat\w*|utskick\w*|fragor\w*)"
_TEXTS = r"(?:messages?|texts?|sms|surveys?)"

Rules = Mapping[str, re.Pattern[str]]


def rules(patterns: Mapping[str, str]) -> Rules:
    """Patterns by the first letters of the words that may open them."""
    return {
        key: re.compile(rf"(?:{pattern})")
        for keys, pattern in patterns.items()
        for key in keys.split()
    }


# Folded words; each pattern begins with the word that is its key.
STOP = rules(
    {
        "ala alka alak alaa elka elak ela": (
            rf"\w+(?: \w+){{0,3}} lahet\w*(?: (?:enaa|minulle|mulle|meille|koskaan|tanne|kiitos"
            rf"|tallais\w+|tammos\w+))*(?: {_THESE}|$)"
            r"|\w+(?: \w+){0,2} (?:hairi\w*|viestit\w*|tekstail\w*|spammi\w*)"
            rf"|\w+(?: \w+){{0,2}} lai(?:ta|tt)\w*(?: enaa| mulle| minulle)* {_THESE}"
            r"|\w+(?: \w+){0,2} kys(?:y|el)\w*(?: (?:enaa|naita|tallaisia|multa|minulta)\b|$)"
        ),
        "en emme": (
            rf"\w+ (?:\w+ )?(?:halu\w+|tahdo|toivo|kaipaa|tarvi\w*)(?: \w+){{0,3}} {_THESE}"
            r"|\w+ (?:enaa )?(?:halua|tahdo|aio)(?: enaa)? (?:osallistua|vastata|vastailla)\b"
            r"(?! puh)|\w+ (?:enaa )?(?:halua|tahdo) enaa$|\w+ osallistu\b"
        ),
        "ei": (
            rf"ei (?:kiitos |enaa |enempaa )?(?:naita |tallaisia |enempaa )?{_MESSAGES}"
            r"(?: kiitos| enaa|$)|ei enaa (?:ikina |koskaan )?naita"
            rf"|ei enaa (?:\w+ )?{_MESSAGES}|(?<! )ei (?:kiitos )?naita(?: kiitos| enaa|$)"
            r"|ei tarvi\w*(?: \w+)? lahet\w+(?: enaa| naita| mitaan|$)"
        ),
        "turh": r"turha(?: \w+)? lahet\w+(?: enaa| naita| mitaan|$)",
        "pois ota otta": (
            r"(?:poista|ota|otta)(?:kaa)? (?:\w+ )?(?:minut|mut|numeroni|puhelinnumeroni|nimeni"
            r"|tietoni|yhteystietoni)\b"
            r"|\w+(?: \w+){0,3} (?:posti\w*|jakelu)?list(?:alta|oilta)\b"
        ),
        "jata jatt": r"\w+ (?:minut |mut )?rauhaan\b",
        "lope laka": rf"\w+(?: \w+){{0,4}} (?:{_MESSAGES}|lahett\w+|hairi\w+|pommit\w+)",
        "kiel": rf"kieltaydyn\b|\w+(?: \w+){{0,3}} (?:{_MESSAGES}|markkinoi\w+)",
        "unsu": r"unsubscribe\b",
        "peru esta": (
            rf"\w+(?: \w+){{0,3}} (?:{_MESSAGES}|tila(?:us|uk)\w*|osallistu\w+)"
            r"|esta\w* (?:taman )?numero\w*"
        ),
        "halu": rf"haluan (?:perua|lopettaa|pois)(?: \w+){{0,3}} (?:{_MESSAGES}|tila\w+|listalta)",
        "skic": (
            rf"skicka (?:inte|ej|aldrig)(?: \w+){{0,3}} {_MEDDELANDEN}"
            r"|skicka (?:inte|ej|aldrig) (?:till mig|fler|flera|nagot|detta|dessa|sant|mer)\b"
        ),
        "slut": r"sluta (?:att )?(?:skicka|messa|smsa|sms|stora|spamma|texta)\b",
        "ta": r"ta (?:bort|ur) (?:mig|mitt|min|numret|mina)\b",
        "avre": r"\w+ (?:mig|mitt|numret)\b",
        "vill onsk": (
            rf"\w+ (?:inte|ej)(?: \w+){{0,3}} (?:{_MEDDELANDEN}|delta|fler|flera)"
            r"|vill (?:inte|ej) svara\b"
        ),
        "inga": rf"inga (?:(?:fler|flera|mer)(?: {_MEDDELANDEN}|$)|{_MEDDELANDEN})",
        "lat": r"lat mig vara\b",
        "lamn": r"\w+ mig i ?fred\b",
        "don' dont do neve": (
            r"(?:do not|\S+)(?: \w+)? (?:send|text|message|contact|bother|spam)"
            r"(?: (?:me|these|this|any|more|again|such|to)\b|$)"
            rf"|(?:do not|\S+) want(?: \w+){{0,3}} {_TEXTS}"
        ),
        "no": rf"no more {_TEXTS}\b",
        "leav": r"leave me alone\b",
        "opt": r"opt (?:me )?out\b",
        "remo dele take": r"\w+ (?:me\b|my (?:phone )?number)(?! to| for)",
        "stop": r"stopp? (?:texting|sending|messaging|contacting|bothering|spamming|these)\b",
        "не": r"не (?:пишите|присылайте|отправляйте)",
    }
)
HELP = rules(
    {
        "keta": r"keta (?:siella|te|sa|tama)\b",
        "kuka": (
            r"kuka(?:han|s)? (?:sina|sa|te|siella|tama|taa|taman|tan|tata|naita|kysyy|lahet\w+"
            r"|olet\w*|sielta|viest\w+|tassa)\b|kuka on$"
        ),
        "apua": r"apua (?:en osaa|en ymmarra|miten)\b",
        "saak pita voik voin tarv": r"\w+ (?:tahan |tanne )?(?:vastata|soittaa|luottaa)\b",
        "kene": r"\w+ (?:tama|taa|viesti|numero)",
        "mika mita": (
            r"\w+ (?:ihme\w*|tama|taa|taman|tan|nama|tassa|tahan|toi|tuo|tark\w+|hel\w+|hit\w+"
            r"|kysely|viesti|numero|te)\b|\w+ \w+ (?:tark\w+|haet\w+)|\w+ (?:numero\w*|luku\w*)$"
            r"|mita pita\w+ (?:tehda|vastata|laittaa)"
        ),
        "mist": (
            r"\w+ (?:te |sa |on |olette |ihmeesta )*(?:sai\w*|saanu\w*|saaneet|kys\w+|tama|taa|tuli"
            r"|tiedat\w*|kaynnista|numero\w*|tassa|viesti\w*|palvelu\w*)"
        ),
        "mite": r"miten (?:numero|(?:tama|taa) (?:toimii|menee))\b|miten\b.*\bvasta\w+",
        "kuin mihi minn": r"\w+\b.*\b(?:vasta\w+|soitan|soitetaan|soittaa|liittyy)\b",
        "miks": r"miksi (?:te |sa )?(?:lahet\w+|saan|kysy\w+|tama tulee|tuli)\b",
        "maks palj": r"(?:maksaako|paljonko maksaa) \w+",
        "en emme": (
            r"\w+ (?:\w+ )?(?:ymmarra|ymmartanyt|tajua|tajunnut)"
            r"(?: (?:kysymysta|viestia|tata|tasta|yhtaan|mitaan|mita|kysytte|haetaan|tama|on"
            r"|pita\w+|tehda|vastata))*$"
            r"|\w+ (?:\w+ )?(?:ole|oo) (?:kaynyt|kayny|asioinut|ollut)"
            r" (?:siella|teilla|missaan|hoidossa|potilaana|taalla)(?: \w+){0,2}$"
        ),
        "vem": r"vem (?:ar|har|skicka\w*|fragar)\b",
        "vad": r"vad (?:ar|handlar|galler|menar|betyder) (?:det|ni|detta|du|har|siffr\w+)\b",
        "hur": r"hur (?:svarar|ska|gor|skall) (?:jag|man)\b",
        "ar": r"ar (?:det|detta)(?: \w+){0,3} (?:bluff\w*|scam|bedrageri|akta|sant|spam)\b",
        "vart vari": r"\w+ (?:ska |kan |har )?(?:jag|ni|ringer)\b",
        "var": r"var kommer (?:det|detta)\b",
        "kost": r"kostar det\b",
        "jag": r"jag (?:forstar|fattar) (?:inte|ej)(?: fragan)?$",
        "varf": r"varfor (?:far jag|skickar)\b",
        "who who' whos": r"who(?:'?s| is| are| sent) (?:this|you|is)\b",
        "what": r"what(?:'s| is| does| do) (?:this|it|you|that)\b|what (?:visit|appointment)$",
        "how": r"how (?:do|should|can) i (?:reply|answer|respond)",
        "is": r"is (?:this|it)(?: \w+){0,2} (?:scam|spam|real|legit|fraud|phishing|fake)\b",
        "wher": r"where (?:do|can|should) i (?:call|reply)",
        "why": r"why (?:am i|are you|do i|did you|do you) (?:get|send|text)",
        "does": r"does it cost",
        "i": r"i (?:don't|dont|do not) understand(?: this| the question| you)?$",
        "кто": r"кто (?:это|вы)",
        "что": r"что это",
    }
)
HELP_ANYWHERE = rules(
    {
        "mihi": r"mihin (?:soitan|numeroon|voi soittaa|pitaa soittaa)\b",
        "onko onks": (
            r"onk[os]\w* (?:viesti\w*|numero|linkki|huijau\w+|turvallista|pakko)\b|onk[os]\w*"
            r" (?:tama|taa|tassa)(?: joku| jokin)?(?: (?:huij\w+|aito\w*|totta|oikea|viesti"
            r"|turvalli\w+|spamm\w+|roskap\w+|kyse)|$)"
        ),
        "huij": r"(?<! )huijau\w+$|(?<=jaa )huijau\w+$",
    }
)
WRONG_NUMBER = rules(
    {
        "vaar": (
            r"vaara (?:numero|nro|puhelinnumero|henkilo|ihminen|vastaanottaja)\b|vaaraan numeroon"
            r"|vaaralle (?:henkilolle|ihmiselle)|vaarassa numerossa"
        ),
        "fel": r"fel (?:nummer|person|mottagare)\b(?! till| av)",
        "wron": r"wrong (?:number|nr|num|person)\b",
        "nume": r"numero(?:ni)? (?:kuuluu|on) (?:jollekin |jollain )?(?:toise|muu|joku muu)\w*",
        "en": r"en ole (?:\w+ )?(?:potilas|potilaanne|asiakas|asiakkaanne)$",
        "ei": r"ei ole (?:\w+ )?(?:puhelin)?numero(?:ni)?$",
        "оши": r"ошиблись номером",
    }
)


_OPENINGS = frozenset().union(STOP, HELP, HELP_ANYWHERE, WRONG_NUMBER)


def has_opening(words: Sequence[str]) -> bool:
    """Whether any sentence of this module may be in `words`; cheap, and most replies have none."""
    return not _OPENINGS.isdisjoint([word[:_KEY_LENGTH] for word in words])


def begins(words: Sequence[str], rules: Rules) -> bool:
    """Whether the first word opens one of the sentences of `rules`."""
    rule = rules.get(words[0][:_KEY_LENGTH]) if words else None
    return bool(rule and rule.match(" ".join(words)))


def contains(words: Sequence[str], rules: Rules) -> bool:
    """Whether some word opens one of the sentences of `rules`."""
    for place, word in enumerate(words):
        rule = rules.get(word[:_KEY_LENGTH])
        if rule and rule.match(" ".join(words), sum(map(len, words[:place])) + place):
            return True
    return False
