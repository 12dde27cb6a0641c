"""Wordings of an application that ends without an offer, and their look-alikes."""

from onward.domain.mail.phrases_form import Phrase
from onward.domain.mail.verdict import Meaning

_NO = Meaning.REJECTION


def _no(weight: float, words: str, example: str) -> Phrase:
    return Phrase(_NO, weight, words, example)


ENDINGS = (
    # Said outright.
    _no(3, "regret to inform|advise|tell|say ~", "We regret to inform you of this."),
    _no(3, "been|were|was|are ~ unsuccessful", "You have been unsuccessful."),
    _no(2, "application ~ unsuccessful", "Your application was unsuccessful."),
    _no(
        3,
        "NOT been|be successful|selected|shortlisted|chosen|appointed|progressed",
        "You have not been successful this time.",
    ),
    _no(
        2.5,
        "NOT successful|selected|shortlisted ~ POST|occasion|time|interview|round",
        "You were not selected for this role.",
    ),
    _no(
        2.5,
        "NOT ~ TAKE ~ forward|further|ahead|any_further|through",
        "We won't be taking your application further on this occasion.",
    ),
    _no(
        2.5,
        "NOT ~ proceed|proceeding|progress|progressing|pursue|pursuing|continue"
        "|continuing with ~ your|you|candidacy|application",
        "We will not be proceeding with your application.",
    ),
    _no(
        2,
        "NOT ~ progress|progressing|shortlist|shortlisting|appoint|appointing"
        "|select|selecting|hire|hiring you|your",
        "We are not progressing your application.",
    ),
    _no(
        2,
        "no_longer ~ considered|consideration|considering|progressing|under",
        "You are no longer under consideration.",
    ),
    _no(
        3,
        "NOT ~ offer|offering|give|giving you ~ POST|interview|place|contract|work",
        "I'm not able to offer you the job.",
    ),
    _no(
        2.5,
        "NOT ~ invite|inviting|calling|call|asking you ~ interview|next|back|round|in",
        "We are not inviting you to the next round.",
    ),
    _no(
        2,
        "decided|decision|chosen|opted|agreed NOT|against ~",
        "We decided not to go on with it.",
    ),
    _no(
        2.5,
        "decided|decision|chosen|opted ~ not to ~ TAKE",
        "We have decided not to move ahead.",
    ),
    _no(
        2,
        "NOT be|quite|really the|a|what|who|right ~ fit|match|person|one|looking",
        "You are not quite what we are looking for.",
    ),
    _no(
        2,
        "NOT ~ on_this_occasion|this_occasion|this_time|this_time_around|this_round",
        "Not this time, I am afraid.",
    ),
    _no(2, "its|is|was|be|been a|the no from|for|this|on|im ~", "It's a no from us."),
    _no(
        2,
        "youre|you|you_were|were just|narrowly|only|unfortunately missed|pipped ~",
        "You narrowly missed out.",
    ),
    _no(
        2,
        "missed|miss|lost|losing|pipped|beaten|lose out|to|at|by ~",
        "You just missed out.",
    ),
    _no(
        2,
        "turn|turning|turned you|your|down|it ~ down|application|you",
        "I hate turning you down.",
    ),
    _no(
        2,
        "end|ends|ended|end_of your application|the_road|the_process|your_candidacy|things|here",
        "This is the end of the road for your application.",
    ),
    _no(
        2,
        "closing|close|closed ~ your application|file|candidacy|record",
        "We are closing your application.",
    ),
    _no(
        2,
        "stop|stopping|leave|leaving|ends|stops|draw ~ here|there|a_line ~",
        "We will leave it there.",
    ),
    # Somebody else has it.
    _no(
        2.5,
        "GONE|go|going with|for|to ~ OTHER ~ PERSON|else|who|whose|with",
        "We have gone with somebody who has done it before.",
    ),
    _no(2.5, "GONE ~ OTHER ~ PERSON|else", "We have appointed another applicant."),
    _no(
        2.5,
        "offered|offering|given|giving|gave|goes|going|gone|went ~ to ~ OTHER|an|one|the ~"
        " PERSON|else|colleague|who",
        "The job has gone to an internal candidate.",
    ),
    _no(
        2.5,
        "POST|it ~ been|now|already|is|was ~ filled|taken|gone",
        "The position has been filled.",
    ),
    _no(2, "filled the POST", "We have now filled the role."),
    _no(
        2,
        "GONE ~ another|different|other way|direction|route|path",
        "The panel has gone another way.",
    ),
    _no(
        2,
        "OTHER ~ PERSON|who|whose|with ~ closer|more_closely|better|stronger|more|edged|edge|just",
        "There were others who more closely matched.",
    ),
    _no(
        2,
        "more|better|closer|closely|best|stronger experience|experienced|suited|match|matched"
        "|matches|qualified|fit ~ than|for|our|the|what|needs ~",
        "The successful person is better suited to what we need.",
    ),
    _no(
        1.5,
        "moving|proceeding|progressing|continuing|forward|ahead with OTHER ~ PERSON|whose|who",
        "We are moving ahead with other candidates.",
    ),
    _no(
        2,
        "edged|pipped|beat|outscored|nudged ~ you|out|it|ahead",
        "Another applicant pipped you.",
    ),
    _no(
        2,
        "second|runner|reserve|close choice|up|second|list|best ~",
        "You were our second choice.",
    ),
    # The post itself is gone.
    _no(
        2.5,
        "POST|vacancy|recruitment|hiring|it ~ frozen|freeze|on_hold|withdrawn|cancelled"
        "|pulled|scrapped|shelved|paused|on_ice|closed|discontinued|canceled",
        "The post has been withdrawn.",
    ),
    _no(
        2,
        "hiring|recruitment|headcount freeze|frozen|stopped|ban ~",
        "There is a hiring freeze.",
    ),
    _no(
        2,
        "NOT|no_longer ~ recruiting|hiring|filling|replacing|taking_anyone|taking_on ~",
        "We are no longer recruiting.",
    ),
    _no(
        1.5,
        "no POST|opening|openings|vacancies|work|room|space|budget ~ at|for|just|right|available"
        "|now|here|left",
        "We have no vacancies just now.",
    ),
    _no(
        1.5,
        "NOT have|got ~ POST|opening|anything|space|room|hours|work|budget ~",
        "We don't have anything for you.",
    ),
    # Softly.
    _no(
        2,
        "regret|regrettably|unfortunately|sadly|sorry|afraid ~ NOT|unsuccessful|else|other|another"
        "|filled|different|withdrawn|no|against",
        "Unfortunately you were not chosen.",
    ),
    _no(
        1.5,
        "keep|hold|retain|put|keeping|kept ~ your|you ~ on_file|on_our_books|in_mind|talent_pool"
        "|for_future|on_record",
        "We will keep your CV on file.",
    ),
    _no(
        1,
        "wish|wishing you ~ luck|success|best|well ~ search|future|career|endeavours"
        "|endeavors|elsewhere|hunt|next",
        "We wish you luck in your search.",
    ),
    _no(
        1.5,
        "hope|encourage|urge|please|do|would|should ~ apply|try|reapply ~ again|future|next",
        "Do apply again next year.",
    ),
    _no(
        1,
        "not|wasnt|isnt ~ easy|reflection ~ ability|you|decision|choice",
        "It was not an easy decision.",
    ),
    _no(
        1.5,
        "not the|news answer|outcome|news|result|what ~ you|hoping|hoped|wanted|wanting",
        "I know this is not the answer you hoped for.",
    ),
    _no(
        1.5,
        "sorry|disappointing|disappointed|disappointment ~ news|disappoint|let_you_down|disappointing",
        "I am sorry to bring disappointing news.",
    ),
    _no(
        1.5,
        "on_reflection|after ~ we|i ~ feel|felt|think|dont|not ~ not|isnt|fit|right ~",
        "On reflection we feel the fit is not there.",
    ),
    _no(
        1.5,
        "short|below|under ~ of|the ~ shortlist|threshold|pass_mark|mark|cut|benchmark|required ~",
        "You fell below the pass mark.",
    ),
    _no(
        1.5,
        "NOT ~ make|made|reach|reached|meet|met ~ shortlist|cut|list|criteria|threshold|requirements"
        "|essential",
        "You did not make the shortlist.",
    ),
    # They only look like an ending.
    _no(
        -3,
        "if|should ~ NOT|unsuccessful ~",
        "If you are not selected we will tell you.",
    ),
    _no(
        -2,
        "only shortlisted|successful|those|candidates|applicants ~ contacted|contact|hear|invited",
        "Only shortlisted candidates will be contacted.",
    ),
    _no(
        -2,
        "NOT ~ heard|hear ~ within|by|weeks ~",
        "If you have not heard by Friday, assume no.",
    ),
    _no(
        -2,
        "unfortunately|sorry|afraid ~ reschedule|postpone|rearrange|move|delay|late|change|clash",
        "Unfortunately we need to reschedule.",
    ),
    _no(
        -2,
        "apologies|sorry ~ delay|late|wait|inconvenience|confusion|short_notice ~",
        "Sorry for the delay.",
    ),
    _no(
        -2, "withdraw|withdrawing my|from ~", "I would like to withdraw my application."
    ),
)
