"""Knows what German says of who sits in a meeting, and of who does something else."""

import re

_MEETING = (
    r"\w{0,20}(?:gespräch|interview|termin|treffen|telefonat|[ck]all|runde|austausch"
    r"|kennenlernen)\w{0,3}"
)
# What is said of a meeting before or behind the names of who will be there.
THERE = re.compile(
    # They take part, ...
    r"\b(?:nehmen|nimmt)\b[^\n]{0,120}\b(?:teil|Zeit|Stunde|Minuten)\b"
    r"|\bteilnehm\w+|\bteilnimmt\b|\bteil:|\bmit dabei\b|\bwer da(?:bei)? ist\b"
    r"|\bdabei (?:sind|ist|sein|bin)\b"
    r"|\b(?:ist|sind|bin|werden|wird)\b[^\n.]{0,60}\bdabei\b"
    r"|\b(?:auch|ebenfalls|beide|wieder|mit) (?:da|hier|vor Ort|anwesend|drin)\b"
    r"|\b(?:bin|sind|ist)\b[^\n.]{0,30}\bda und\b|\b(?:bin|sind) (?:wieder )?da\b"
    r"|\bvon der Partie\b|\bmit im (?:Raum|Gespräch|Termin|Call|Boot)\b"
    r"|\bzugeschaltet\b|\bschalte[tn]?\b[^\n]{0,60}\b(?:da)?zu\b"
    r"|\bwähl(?:t|en)\b[^\n]{0,60}\bein\b"
    # ... talk, ...
    r"|\b(?:spricht|sprechen|sprichst|redet|reden|redest|treffen|trifft|triffst"
    r"|unterhalten|unterhält)\b[^\n]{0,140}\b(?:mit|mich|uns|dich|Sie)\b"
    r"|\b(?:mit|mich|uns)\b[^\n]{0,140}"
    r"\b(?:sprechen|reden|treffen|unterhalten|zusammensetzen)\b"
    r"|\b(?:treffen Sie|Sie treffen|triffst du|du triffst)\b"
    r"|\b(?:setz(?:t|en|e)|zusammen|gemeinsam)\b[^\n]{0,60}\bmit\b"
    r"|\b(?:führ(?:en|t|e)|leite[nt]?|moderier(?:t|en)|begleite[nt]?)\b[^\n]{0,80}"
    rf"\b(?:{_MEETING}|durch)\b"
    r"|\bGespräch\w* (?:wird |werden )?(?:führ\w+|leite\w+|mit)\b|\bgeführt\b"
    r"|\b(?:führ|leit|moderier)\w{1,3} (?:wird |werden )?(?:das|dieses|es)\b"
    rf"|\b{_MEETING} (?:\S+ ){{0,9}}(?:mit|bei|durch)\b"
    r"|\b(?:Gesprächs|Interview)partner\w*|\bIhr Gegenüber\b|\bgegenüber(?:sitz\w+)?\b"
    r"|\bkennen(?:zu)?lernen\b|\blern(?:st|en)\b[^\n]{0,100}\bkennen\b"
    # ... ask, ...
    r"|\b(?:Fragen?|Aufgaben?)\b[^\n,]{0,60}\bstell(?:t|en)\b"
    r"|\bstell(?:t|en)\b[^\n,]{0,60}\b(?:Fragen?|Aufgaben?)\b"
    r"|\bübern(?:immt|ehmen)\b|\b(?:befrag(?:t|en)|interviewt|interviewen)\b"
    r"|\b(?:frag|red|hör)(?:t|en|e)\b[^\n]{0,40}\bmit\b|\bgeh(?:t"
    r"|en)\b[^\n]{0,40}\bdurch\b"
    r"|\bVorsitz\b|\bProtokoll\b|\bGesprächsleitung\b|\bvertrete?n?\b|\bvertritt\b"
    # ... sit there, ...
    r"|\bam (?:\S{1,12} )?Tisch\b|\bsitz(?:en|t|e)\b[^\n]{0,80}\b(?:mit|zusammen|dabei"
    r"|da)\b"
    r"|\bsitzen (?:Ihnen|dir|wir)\b|\bh(?:ören|ört)\b[^\n]{0,30}\bzu\b"
    r"|\b(?:kommt|komme|kommen|stößt|stoßen|stösst|stossen|springt)\b[^\n]{0,80}"
    r"\b(?:dazu|hinzu|mit rein|mit rauf|mit ins|herauf|herüber|rüber)\b"
    r"|\bnimmt sich\b|\bnehmen (?:sich|uns)\b|\bauf (?:Sie|dich) warten\b"
    r"|\bdabei ?:|\bdazu (?:kommt|kommen|stößt|stoßen)\b"
    r"|\b(?:gesell|ergänz|komplettier|unterstütz|verstärk)(?:t|en)\b"
    r"|\bunterstützt von\b|\b(?:neben|außer|ausser) mir\b"
    r"|\bich bringe\b[^\n]{0,60}\bmit\b"
    # ... have time, ...
    r"|\b(?:hat|haben|hätten?)\b[^\n]{0,80}\bZeit\b|\bempf(?:ängt|angen) (?:Sie|dich)\b"
    r"|\berwarte[tn]? (?:werden )?(?:Sie|dich)\b|\bich bin\b[^\n]{0,20}\bda\b"
    r"|\bfreu(?:t|en)\b[^\n]{0,30}\bauf (?:Sie|dich|das|den|Ihren|Ihr|dein\w*|ein)\b"
    # ... or want to.
    r"|\b(?:möchten?|würden?|will|wollen|wird|werden)\b[^\n]{0,60}\b(?:Sie|dich|Ihnen"
    r"|dir)\b"
    r"[^\n]{0,80}\b(?:ansehen|sehen|befragen|interviewen|erwarten|gehen|fühlen)\b"
    r"|\b(?:sehen|begrüßen|erwarten|befragen) (?:Sie|dich)\b"
    r"|\b(?:ruf(?:t|en)|melde[nt] sich)\b[^\n]{0,60}\d(?: Uhr)?\b[^\n]{0,40}\b(?:an"
    r"|bei)\b"
    r"|\bzeig(?:t|en)\b[^\n]{0,60}\d Uhr\b"
    r"|\b(?:bieten?|bietet|schlagen|schlägt) (?:Ihnen|dir)\b[^\n]{0,100}\b(?:an|vor)\b"
    r"|[\"„“]?wir[\"“”]? heißt\b|\bdas (?:sind|wären)\b|\bbesteh(?:t"
    r"|end)\b[^\n]{0,40}\baus\b"
    r"|\bund ich\b|\b(?:und|mit) mir\b",
    re.IGNORECASE,
)
# The line of a form that names them.
LABEL = re.compile(
    r"^\W{0,4}(?:(?:Ihre?|Deine?|Unsere?) )?(?:(?:Gesprächs|Interview)partner\w*"
    r"|Gesprächs(?:führung|runde|teilnehm\w+|leitung)|Teilnehm\w+|Teilnahme"
    r"|(?:Auswahl|Berufungs|Prüfungs|Bewerbungs)?(?:kommission|gremium)|Jury|Panel"
    r"|Interview(?:er\w*|führung|team)|Wer|Mit wem|Mit dabei|Dabei|Mit|Anwesend\w*"
    r"|Von uns(?:erer Seite)?|Unsererseits|Ihr Gegenüber|Runde|Personen|Vorsitz"
    r"|Beisitz\w*"
    r"|Protokoll|Ansprechpartner im Gespräch)"
    r"(?: \w{1,12}){0,3} ?(?:[:|\u2013-]|\s{2,}|\t) {0,20}",
    re.IGNORECASE,
)
OPENS_LIST = re.compile(
    r"(?:teil|dabei|mit|kennen|gespräch\w*|Ihnen|dir|gegenüber|da ist|da sind|sind"
    r"|partner\w*|kommission|mitglieder|gremium|teilnehm\w+|runde)\s?:\s*$",
    re.IGNORECASE,
)
# Whoever these words speak of has something else to do with the day, ...
ELSEWHERE = re.compile(
    r"\bnicht (?:mit |mehr |persönlich )?(?:dabei|teil\w*|anwesend|da|mit|kommen"
    r"|können)\b"
    r"|\bnicht teilnehmen\b|\bentschuldig\w*|\bgrüß\w+|\bgrüss\w+|\bgruß\b|\bohne\b"
    r"|\b(?:am|an der|beim?|vom|zum|zur|im|dem|den|die|der) (?:\S+ )?(?:Empfang|Pforte"
    r"|Pförtner\w*|Kasse|Rezeption|Sekretariat|Anmeldung)\b"
    r"|\bhol(?:t|en|e)\b|\babgeholt\b|\babholen\b|\bEingang\b|\bTür\b|\bWeg\b"
    r"|\bmelden Sie sich\b|\bmelde dich\b|\bmeldet sich\b(?! um)|\bmelde mich\b"
    r"|\bfragen Sie\b|\bfrag (?:nach|am|an|bei|einfach)\b|\bzu fragen\b|\b(?:bei"
    r"|für) (?:Rück)?fragen\b|\bRückfragen?\b"
    r"|\bFragen\b[^,;]{0,60}\b(?:beantwort\w+|an|richten)\b"
    r"|\bbeantworte[tn]\b[^,;]{0,60}"
    r"\bFragen\b|\berreich\w+|\bAnsprechpartner(?:in)?\b(?! im)|\bwenden\b"
    r"|\bVorgänger\w*|\bverhindert\b|\bhängt\b|\bf(?:ällt|allen) aus\b|\bausgefallen\b"
    r"|\b\w{0,8}urlaub\b|\bkrank\w*|\bverreist\b|\bauswärts\b|\bElternzeit\b"
    r"|\bMutterschutz\b|\bKur\b|\bReha\b"
    r"|\bFeierabend\b|\bDienstreise\b|\bSpätdienst\b|\bFrühdienst\b|\bRuhestand\b"
    r"|\bRente\b"
    r"|\bausgeschieden\b|\bverlässt\b|\bverlassen\b|\bverstorben\b|\bgestorben\b"
    r"|\btot\b"
    r"|\b(?:schon )?heim\b|\bempfohlen\b|\bEmpfehlung\b|\bvermittelt\b|\bim Auftrag\b"
    r"|\bschick(?:t|en|e)\b|\bsende[tn]\b|\bübersende\w+|\bzusenden\b|\bzukommen\b"
    r"|\bschreib(?:t|en)\b|\bper (?:Mail|E-Mail)\b|\bkümmer(?:t|n)\b|\borganisier\w+"
    r"|\bkoordinier\w+|\bPark\w+|\bKaffee\b|\bKantine\b|\bMittag(?:essen)?\b|\bkocht\b"
    r"|\bReisekosten\w*|\bFahr(?:t|t?kosten|geld)\w*|\bVertretung für\b|\bbring(?:t"
    r"|en) "
    r"(?:Sie|dich)\b|\bBescheid\b|\babgesagt\b|\babsagen\b|\babgestimmt\b"
    # ... spoke before, ...
    r"|\bDanke? für\b|\bbestätigen Sie\b|\bwie (?:\w+ )?(?:mit"
    r"|von) [^,;\n]{2,60}\b(?:besprochen|vereinbart|gesagt"
    r"|verabredet"
    r"|angekündigt)\b|\b(?:gesprochen|telefoniert|weitergeleitet|gebeten|geschrieben)\b"
    r"|\bnach (?:dem|Ihrem|deinem|unserem) (?:\w+ )?(?:Gespräch|Telefonat|Termin)\b"
    # ... or will be met another time.
    r"|\b(?:der|einem|im|als) nächste[rns]{0,2} (?:Schritt|Runde|Gespräch)\b"
    r"|\bals Nächstes\b"
    r"|\b(?:zweite[nr]|weitere[nrm]) Schritt\b|\bin einem (?:zweiten|weiteren"
    r"|späteren)\b"
    r"|\berst (?:im|in|beim|später|danach)\b|\bspäter(?:en)? (?:Gespräch|Termin|Runde"
    r"|noch|auch)\b"
    r"|\b(?:im|am) Anschluss\b|\banschließend\b|\bProbe(?:tag|arbeit\w*)\b",
    re.IGNORECASE,
)
# One who is named behind these words gives way to another, or sends.
GIVES_WAY = re.compile(
    r"\b(?:(?:an)?statt|anstelle|(?:an|in) (?:Stelle|Vertretung) (?:von|für)"
    r"|vertr(?:itt|ete)"
    r"|Büro von|Vorzimmer von|Nachfolge\w* von|für (?:den|die) (?:erkrankte[n]?)"
    r"|Namen von"
    r"|nach|Auftrag von|über)"
    r"\s(?:(?:unser|mein|dem|der|den|die|von)\w{0,2}\s|(?-i:[a-zäöü]{3,14})\s){0,2}$",
    re.IGNORECASE,
)
CLAUSE = re.compile(
    r";|\s[\u2013\u2014]\s|[,(](?=\s?(?:ich|am|an|bei|aber|nur|leider|herr|frau|sondern"
    r"|während"
    r"|sie|er|es|für|übernimmt|springt|denn|weil|damit|der|die|das|deren|dessen"
    r"|welche[rs]?|auch"
    r"|und ich \w+e"
    r"|und am|und bei|im|falls|wenn|sofern)\b)|\sund (?=ich \w{2,12}e\b)"
    r"|\sund (?=(?:am|im|bei|vom|zum) )",
    re.IGNORECASE,
)
# What is said of somebody in between: "Tuba, die das Lager leitet, und ich".
WHO_DOES = re.compile(
    r",\s(?:die|der|das|den|deren|dessen|welche[rs]?)\s(?!(?:sind|ist"
    r"|wären)\b)[^,;\n]{2,120}\s[a-zäöüß]{2,20},"
)
I_TOO = re.compile(
    r"\b(?:und|sowie|oder) (?:ich|mir|meine Wenigkeit|Unterzeichner\w*)\b(?! \w+e\b)"
    r"|\bich (?:selbst |selber )?(?:und|sowie)\b|\b(?:neben|außer|ausser|mit) mir\b"
    r"|\bUnterzeichner\w*|\bmeine Wenigkeit\b|\b(?:mir|mich) und\b",
    re.IGNORECASE,
)
