"""Recognising the wish to be contacted in a comment."""

import re

from gateway.core.reading.normalise import fold, plain

# Most comments have none of these, and need no closer look.
_HINTS = (
    *("soit", "yhtey", "puhelu", "tavoit", "palata"),
    *("ring", "kontakt", "samtal", "hor av", "hora av"),
    *("call", "phone", "contact", "in touch", "get back", "reach", "text me", "signal"),
)
# A comma before these, and no other, goes on with the same request: "haluan, että soitatte".
_CLAUSES = re.compile(
    r"[.!?;\n]+|,(?!\s*(?:etta|et|jos|kun|att|om|that|if|kiitos|tack|please)\b)"
    r"|\b(?:mutta|mut|joten|siksi|men|but)\b"
)
# What others said is quoted: she told me "call me Thursday".
_QUOTED = re.compile(r"[\"”“»«][^\"”“»«\n]{1,80}[\"”“»«]")
_WORDS = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_SOME = r"(?:\S+ ){0,4}?"
_FEW = r"(?:\S+ ){0,2}?"
_NUMBER = r"0\d{4,}|358\d+"

_TO_ME = (
    r"(?:minulle|mulle|miulle|meille|minuun|muhun|meihin|\w+lleni|" + _NUMBER + r"|0\d{1,2} \d{3,})"
)
_CALLS = (
    rf"(?:soittaa|soitella|soittamaan|ott(?:aa|amaan) {_SOME}yhteytta"
    rf"|ol(?:la|emaan) {_SOME}yhteydessa|palata asiaan)"
)
_IN_TOUCH = rf"ot(?:ta\w*|a\w*|etaan) {_SOME}yhte(?:ytta|yden|ys)\b|yhteytta ott\w+"
_A_CALL = (
    r"(?:takaisin|puhelin)?soit(?:toa|on|toanne|toaika\w*|toajan|topyyn\w+)\b"
    r"|puhelu(?:a|n|anne|aika\w*|ajan)\b|puhelinai(?:kaa|an)\b|yhteydenot(?:toa|on|toanne|topyyn\w+)\b"
)
_WOULD = r"(?:(?:voi|pysty|ehti|viitsi|jaksa|osa)(?:isi|si|s)?(?:tte|t|vat)?k[os]\w*)"
_WISH = (
    r"(?:toivo(?:n|isin|mme|isimme|taan|sin)|halua(?:n|isin|mme|isimme)|haluisin|haluun|tahdon"
    r"|tahtoisin|pyyda(?:n|mme)|pyyta(?:isin|isimme)|kaipaa?(?:n|isin)|tarvitse(?:n|mme)"
    r"|tarvi(?:tsisin|sin|in)|odota(?:n|mme)|odottelen|jatan|olisi (?:hyva|kiva|mukava)"
    r"|olis (?:hyva|kiva|mukava)|(?:olisi|olis|ois)ko|kiitollinen|kunpa|jospa|voi kun)"
)
_PERSON = r"(?:ni|du|nagon|lakaren|lakare|doktorn|skot\w+|sjukskot\w+|personalen|chefen|den|ngn)"
_RINGS = r"(?:ringa|kontakta\w*|hora? av|ta kontakt|aterkomma)"
_VILL = (
    r"(?:vill|onskar|skulle vilja|skulle garna|hoppas|ber|behover|vantar pa|tacksam|begar"
    r"|uppskattar|vore (?:bra|fint|snallt|skont))"
)
_CALL = r"(?:call|phone|ring|contact|reach|text|telephone|email)"
_SOMEONE = (
    r"(?:me|us|" + _NUMBER + r"|on 0\d+|my (?:mum|mother|dad|father|husband|wife|daughter|son))"
)

# Forms that ask whatever stands before them: nobody says "älkää" with "soittakaa".
_ASKED_OUTRIGHT = (
    r"soit(?:ta|tel|el)ka(?:a|e)\w*(?! (?:\S+ )?(?:ambul\w+|112))",
    r"soit(?:ta|te|tele)(?:isi|si|is|s)(?:tteko|tko|ko|tteks|ks)\w*|soita(?:tteko|tko)",
    rf"ot(?:takaa\w*|akaa|taisi?(?:tteko|tko|ko|ks)|atteko|atko|attehan) {_SOME}yhte\w+",
    rf"yhteytta {_FEW}(?:ottakaa|ottaisitteko|otatteko)",
    rf"(?:laitta|pyyta|kaske)kaa {_SOME}{_CALLS}",
    rf"(?:olkaa|olisitteko|olettehan) {_FEW}yhteydessa",
    rf"{_WOULD} (?!.*\b(?:teille|sinne|jonnekin|mihin|minne|kenelle)\b){_SOME}{_CALLS}",
    rf"etteko (?:te )?vois\w* {_SOME}{_CALLS}",
    rf"(?:saisi|sais|saa|voisi|vois|voi)(?:n|mme)?k[os]\w* {_SOME}(?:soittamaan\b|{_A_CALL})",
    rf"(?:kan|kunde|skulle|vill|far) (?:ni|du|nagon|{_PERSON}) {_SOME}{_RINGS}",
    rf"(?:kan|kunde|far|skulle) (?:jag|vi) {_FEW}(?:fa|bli) {_FEW}"
    r"(?:samtal|kontakt\w*|\w*uppring\w*)",
    rf"(?:can|could|may) (?:i|we) {_FEW}(?:get|have|receive) {_FEW}(?:call|callback|ring)\b",
    rf"(?:can|could|would|will) (?:you|someone|somebody|anyone|the \w+|a \w+|dr \w+) {_SOME}"
    rf"(?:{_CALL} {_SOMEONE}|give (?:me|us) a|get (?:back to|in touch)|call\b|ring\b)",
)
# Forms that a "not" or a "nobody" before them turns round.
_WISHED = (
    rf"^{_FEW}soita(?:$| (?:heti|pian|nyt|viela|joskus|kun|ku|kiitos|asap)\b)",
    rf"soita(?:p+a)? {_FEW}(?:{_TO_ME}|takaisin)|soittele\b",
    rf"ota {_SOME}yhteytta\b|\bole {_FEW}yhteydessa",
    rf"{_WISH} {_SOME}{_FEW}(?:{_A_CALL})",
    rf"{_WISH} (?:\S+ ){{0,2}}?(?:etta|et|jos|kun)? ?{_SOME}"
    rf"(?:soit(?:atte|tais\w*|tavan|telisi\w*)\b|yhteydessa\b|(?:{_IN_TOUCH})|ottavan yhteytta)",
    rf"{_WISH} {_FEW}(?:etta|et|jos|kun) {_SOME}(?:soittaa|soitetaan|soittavat)\b",
    rf"toivottavasti {_SOME}(?:soit(?:taa|atte|etaan)\b|{_IN_TOUCH})",
    rf"pyydan {_SOME}{_CALLS}",
    rf"(?:saa|saatte|voi|voitte|voisi|voisitte|vois|voisit|pitaisi|taytyisi) {_SOME}{_CALLS}"
    rf"(?= .*{_TO_ME})",
    rf"(?:{_TO_ME}) {_FEW}(?:saa|saatte|voi|voitte|voisi|vois|pitaisi) {_FEW}{_CALLS}",
    r"(?:minut|mut|meidat) tavoitta\w+|tavoitatte (?:minut|meidat)",
    r"^(?:\S+(?:lle|sta|een|oon|iin|os|an|a|\d{5,}) ){0,2}(?:takaisin)?(?:soitto|yhteydenotto)"
    r"(?:pyynto)?(?: \S+(?:lle|sta|een|oon|uun|iin|os|\d{5,})){0,4}$",
    r"^(?:(?:snalla|vanligen|var god och|hej|tack|garna|och|please) ){0,2}"
    rf"(?:ring|kontakta)(?:$| (?:tack|snalla|garna|tillbaka|upp|opp|snarast|genast|nar ni|min"
    rf"|{_NUMBER})\b)(?! (?:inte|ej|aldrig)\b)",
    rf"(?:ring|kontakta|na) {_FEW}(?:mig|oss)\b(?! (?:inte|ej)\b)",
    rf"^(?:\S+ )?be {_SOME}{_RINGS}",
    rf"^{_FEW}(?:hor av (?:er|dig)|ta {_FEW}kontakt|sla en signal)",
    rf"{_VILL} {_FEW}(?:bli {_FEW}(?:kontakt\w+|uppring\w+|ringd)"
    rf"|(?:att|om) {_SOME}(?:ringa|kontakta)\b"
    rf"|{_SOME}(?:ringer|ringde|kontaktar|hor av|tar kontakt|aterkommer)"
    r"|(?:telefon)?samtal\b|(?:er )?kontakt\b|ateruppringning|telefontid|uppringning)",
    rf"(?:ni|du|lakaren|nagon) (?:kan|far|kunde|borde) {_FEW}(?:ringa|kontakta|na) {_FEW}"
    r"(?:mig|oss)",
    r"^(?:kontakt|ring|samtals|aterupprings?)begaran\b|begaran om (?:kontakt|samtal)"
    r"|^ateruppringning(?: (?:tack|onskas|garna|snarast))*$",
    rf"^(?:(?:please|pls|plz|kindly|just|and|so|do|hi|hello|thanks|urgently|someone|somebody|anyone)"
    rf" ){{0,3}}{_CALL} (?:{_SOMEONE}|back\b)",
    rf"(?:please|pls|kindly) {_FEW}(?:{_CALL}\b|get (?:back to|in touch)|give (?:me|us) a)",
    rf"(?:want|wish|would like|'d like|need|hope|request\w*|appreciate|waiting for"
    rf"|grateful (?:for|if)|welcome|feel free|happy for \w+|expect) {_SOME}"
    rf"(?:(?:phone |return )?call\b(?! you)|callback"
    rf"|(?:{_CALL}(?:e?d|s)?|rang) {_SOMEONE}|be (?:contacted|called|phoned|rung)|get in touch"
    r"|contact from|get back to me|gets? in touch)",
    rf"^(?:\S+ )?(?:ask|have|let|get|tell) {_SOME}{_CALL} {_SOMEONE}",
    rf"would you mind {_FEW}(?:calling|ringing|phoning|contacting)",
    rf"(?:you|someone|somebody|the \S+) (?:can|could|may|should|must) {_FEW}{_CALL} {_SOMEONE}",
    r"^(?:please )?(?:call ?back|contact|callback)(?: (?:please|request\w*|needed|pls|thanks))+$",
    rf"^{_FEW}(?:get (?:back to|in touch with) (?:me|us)|give (?:me|us) a (?:call|ring))",
)
_OUTRIGHT = re.compile("|".join(rf"\b(?:{form})" for form in _ASKED_OUTRIGHT))
_WISHES = re.compile(
    "|".join(rf"(?:{form})" if form.startswith("^") else rf"\b(?:{form})" for form in _WISHED)
)
# What was said, promised or expected is told, not asked.
_TOLD = re.compile(
    r"\b(?:luva(?:ttiin|ttu|nnut)|lupas\w*|piti|pitanyt|sano(?:i|ivat|ttiin|ttu)|kaskettiin"
    r"|kehotettiin|neuvottiin|pyydettiin|luulin|pyysi\w*|toivoin|halusi\w*|odotin|miksi"
    r"|lovade|sade|trodde|ville|bad|varfor|forsokte"
    r"|promis\w+|said|told|supposed|asked|wanted|expected|tried|why|used to|meant|thought)\b"
)
_DENIED = re.compile(
    r"\b(?:en|ei|eika|emme|ette|eivat|enka|ala|alkaa|kukaan|turha|ilman"
    r"|inte|ej|ingen|aldrig|behovs|slipp\w+"
    r"|not|no|never|nobody|none|without|cannot|\w+n't|dont|doesnt|didnt|wont|cant|couldnt|refus\w+"
    r"|fail\w*|forgot)\b"
)
# Better calls for everybody are an idea, not a request to be called.
_FOR_ALL = re.compile(
    r"\b(?:jatkossa|ensi kerralla|nopeamp\w+|paremp\w+|enemman|useammin|aina|potilaille"
    r"|battre|snabbare|oftare|alltid|better|faster|quicker|always|more often|patients)\b"
)


def wants_contact(text: str) -> bool:
    """Whether `text` asks us to get in touch.

    Who says that they had to call, that nobody called, or that a call was promised asks for
    nothing.
    """
    folded = fold(plain(text))
    if not any(hint in folded for hint in _HINTS):
        return False
    own = _QUOTED.sub(" ", folded)
    return any(_asks(" ".join(_WORDS.findall(clause))) for clause in _CLAUSES.split(own))


def _asks(clause: str) -> bool:
    if _FOR_ALL.search(clause):
        return False
    asked = _OUTRIGHT.search(clause)
    if asked:
        return not _TOLD.search(clause, 0, asked.start())
    wished = _WISHES.search(clause)
    if wished is None or _TOLD.search(clause, 0, wished.end()):
        return False
    return not _DENIED.search(clause, 0, wished.end())
