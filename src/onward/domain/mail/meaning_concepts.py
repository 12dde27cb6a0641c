"""Words that mean the same to a job seeker, under one name each.

Few letters share a wording and many share a thought: "gone with someone else" and
"appointed another applicant" are both CHOOSE with OTHER_PERSON. The model sees these
names beside the words themselves, so that a wording it never met still speaks to it.
Words are in lower case without apostrophes; a phrase of up to four words may stand
between bars.
"""

from functools import cache

CONCEPTS = {
    "NOT": "not|no|never|none|neither|nor|cannot|cant|wont|dont|didnt|doesnt|isnt"
    "|wasnt|werent|arent|wouldnt|couldnt|havent|hasnt|hadnt|unable|shouldnt|aint|nt"
    "|without|nobody|nothing|neither of",
    "SORRY": "sorry|unfortunately|regret|regrettably|sadly|afraid|apologies|apologise"
    "|apologize|disappointing|disappointment|disappointed|disappoint|bad news|alas"
    "|not the news|difficult news|not good news|hard luck|bad luck|heavy heart|gutted"
    "|not what you wanted|wish it was better|better news|a shame|pity|tough one|tough"
    "|not the answer|not easy|hate sending|hate writing|hate to",
    "OTHER_PERSON": "someone else|somebody else|another candidate|other candidate"
    "|other candidates|another person|another applicant|other applicants|other people"
    "|someone with|somebody with|someone whose|someone who|somebody who|others"
    "|stronger candidate|stronger candidates|stronger applicants|different candidate"
    "|internal candidate|internal applicant|another lad|another girl|another colleague"
    "|candidates who|candidates whose|applicants whose|applicants who|people who"
    "|candidates with|applicants with|someone local|someone internal|someone already"
    "|the other person|the other candidate|one other|person who|person we|lady who"
    "|another one|chap who|others who|others whose|people with|preferred candidate",
    "PROCEED": "proceed|proceeding|progress|progressing|progressed|move forward"
    "|moving forward|moved forward|go ahead|going ahead|go forward|going forward"
    "|take forward|taking forward|take further|any further|taking it further|pursue"
    "|pursuing|continue|continuing|next stage|next round|next step|next steps|advance"
    "|advancing|take you forward|taking you forward|take it further|go further|move on"
    "|putting you forward|put you forward|putting you through|put you through|forward"
    "|through to|call you back|calling you back|invite you back|see you again|onwards"
    "|taken forward|taken further|through|further",
    "CHOOSE": "selected|select|selecting|selection|chosen|chose|choose|picked|pick"
    "|appoint|appointed|appointing|hire|hired|hiring|shortlist|shortlisted|shortlisting"
    "|successful|offered|going with|gone with|went with|go with|gone for|went for"
    "|going for|gave it to|given it to|giving it to|given the job to|took on|taken on"
    "|take on|taking on|taking you on|take you on|opted for|settled on|accepted",
    "UNSUCCESSFUL": "unsuccessful|unsuccesful|unsucessful|rejected|rejection|declined"
    "|turned down|missed out|not successful|not selected|not been successful|turn down"
    "|not shortlisted|not progressed|no longer under consideration|not considered"
    "|not been shortlisted|no longer being considered|not be progressing|narrowly missed"
    "|didnt make|did not make|fell short|just missed|pipped|unplaced|passed over",
    "ANOTHER_WAY": "another way|a different way|different direction|another direction"
    "|a different route|another route|the other way|different path|other direction"
    "|elsewhere|different profile|different kind|different sort",
    "CLOSED": "filled|no longer available|closed|closing|withdrawn|on hold|frozen"
    "|freeze|cancelled|canceled|on ice|pulled|no longer exists|no longer hiring"
    "|not going ahead|scrapped|shelved|paused|been taken|restructure|restructuring"
    "|no longer recruiting|budget|headcount|funding|discontinued|no longer need"
    "|no vacancies|no openings|no vacancy|no longer going ahead|has gone|is gone|gone"
    "|been given|readvertise|re advertise|readvertised|withdraw|withdrew",
    "POST": "post|role|job|position|vacancy|vacancies|opening|openings|placement"
    "|positions|roles|jobs|apprenticeship|internship|traineeship|traineeships|requisition",
    "APPLICATION": "application|applied|applying|apply|cv|resume|candidacy|applications"
    "|candidature|covering letter|cover letter|application form|applicant|candidate",
    "INTERVIEW": "interview|interviewed|interviewing|interviews|trial shift|audition"
    "|coming in|came in|panel|trial day|taster day|coming to see us|trial|trade test"
    "|assessment centre|come in|assessment day|phone screen|teams call|zoom call",
    "WISH": "good luck|best of luck|all the best|every success|luck|wish you|wishing you"
    "|success|best wishes for|hope you find|sure you will find|youll find something",
    "FUTURE": "future|in mind|on file|other roles|other vacancies|comes up|come up"
    "|try again|apply again|reapply|next time|next year|keep an eye|another time"
    "|keep your details|on our books|on the list|talent pool|crops up|opens up|cross",
    "DECIDE": "decided|decision|decide|decisions|concluded|opted|decisions|outcome"
    "|made up our minds|agreed|settled|conclusion|verdict|result|deliberation"
    "|on reflection|consideration|thought|considered|considering|reviewed|review",
    "OCCASION": "this occasion|this time|on this occasion|this round|at this time"
    "|at present|right now|for now|just now|this one|at this stage|at this point|today"
    "|at the moment|this year|this intake|for the moment",
    "FIT": "fit|match|suited|suitable|suit|right person|experience|experienced"
    "|qualified|qualification|qualifications|background|skills|requirements|criteria"
    "|essential|closer|closely|stronger|strong|strongest|overqualified|level",
    "CLOSE_RUN": "close|narrowly|competition|competitive|high standard|high calibre"
    "|volume|number of applications|many applications|overwhelming|hundreds|field"
    "|runner up|second choice|reserve|nothing in it|tight|split|a lot of interest",
    "IF": "if|should|unless|whether|when|until|once|in case|in the event|either way",
    "MAY": "may|might|could|would|can",
    "WILL": "will|well|shall|going to|youll",
    "YOU": "you|your|yourself|yours|youre|youve",
    "WE": "we|our|us|were|weve|wed|ourselves",
    "ME": "i|my|me|im|ive|ill|id|myself|mine",
    "INVITE": "invite|invited|inviting|invitation|like to meet|love to meet|meet"
    "|pop in|have a chat|a chat|come along|come and see|availability|available"
    "|schedule|scheduled|slot|slots|arrange|book|booked|calendly|confirm|see you"
    "|speak with you|speak to you|talk to you|looking forward to meeting|a call",
    "WHEN": "monday|tuesday|wednesday|thursday|friday|saturday|sunday|am|pm|oclock|mon"
    "|tomorrow|tues|tue|wed|thurs|thu|fri|sat|sun|january|february|march|april|june"
    "|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep"
    "|sept|oct|nov|dec|gmt|bst|cet|est|pst",
    "TASK": "test|task|assessment|challenge|exercise|questionnaire|hackerrank|codility"
    "|complete|portfolio|assignment|case study|one way|video interview|hirevue|timed"
    "|aptitude|numerical|verbal reasoning|situational|judgement|psychometric|take home"
    "|record your answers|record|recorded|presentation|deadline|minutes",
    "OFFERING": "offer|offering|offers|pleased to offer|delighted to offer|contract"
    "|start date|salary|the job is yours|is yours|congratulations|welcome aboard"
    "|join us|joining us|welcome to the team|start on|offer letter|per annum|pay|rate"
    "|yours if you want|want you|congrats|like you to start|have you on board",
    "RECEIVED": "received|receipt|got your|arrived|safely|submitted|thank you for applying"
    "|thanks for applying|acknowledge|has been passed|passed it on|passed on|landed"
    "|under review|being reviewed|logged|safe and sound|has reached us|to confirm|queue",
    "WAIT": "in touch|get back to you|hear from us|hear back|be contacted|closing date"
    "|within|bear with us|let you know|working days|weeks|not heard|havent heard",
    "FEEDBACK": "feedback|pointers|notes|comments|areas|scored|score|marks|scores"
    "|could have been|work on|to improve|improve|advice|tips|how you did|what let you",
    "GOOD": "impressed|enjoyed|pleasure|lovely|great|really liked|liked|pleased|delighted"
    "|happy|glad|thrilled|excited|good news|well done|strengths|came across|warm",
    "THANKS": "thank you|thanks|many thanks|grateful|appreciate|appreciated|cheers",
    "RESCHEDULE": "reschedule|rescheduled|postpone|postponed|rearrange|move our"
    "|new time|different time|running late|another time|change of time|clash|brought forward",
    "PASSED_ON": "fwd|fw|forwarded|see below|got this|begin forwarded message",
    "OUTREACH": "came across|your profile|linkedin|opportunity|opportunities|client"
    "|my client|on behalf of|would you be interested|are you open|open to|currently looking"
    "|immediate start|day rate|contract role|urgent requirement|new role|headhunting"
    "|reaching out|reach out|found your|hiring for|looking for|recruiting for|know anyone",
    "RECRUITING": "recruiter|recruitment|consultant|agency|hr|talent|hiring manager"
    "|talent acquisition|human resources|people team|careers|candidates|applicants",
    "PORTAL": "portal|status|log in|login|password|account|profile|reference number"
    "|job alert|job alerts|alerts|unsubscribe|newsletter|webinar|matching|recommended",
    "REFERENCES": "references|referee|referees|right to work|dbs|background check"
    "|occupational health|onboarding|payroll",
    "GOODS": "order|invoice|parcel|delivery|receipt|basket|refund|payment|discount|sale"
    "|shipping|dispatched|statement|booking|reservation|appointment|ticket|tickets"
    "|subscription|meter|insurance|mortgage|loan|bank|school|club|recipe|members",
    "LOVE": "love|mum|dad|xx|xxx|nan|darling|birthday|kids|dinner|weekend|holiday",
}

LONGEST_PHRASE = 4


@cache
def concept_names() -> dict[str, str]:
    """Return each word or phrase with the name of its concept."""
    return {
        phrase: name
        for name, phrases in CONCEPTS.items()
        for phrase in phrases.split("|")
    }


@cache
def phrase_openings() -> frozenset[str]:
    """Return the first words of phrases, so that most words need one look-up only."""
    return frozenset(
        phrase.partition(" ")[0] for phrase in concept_names() if " " in phrase
    )
