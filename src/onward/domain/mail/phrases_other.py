"""Wordings of every meaning but an ending."""

from onward.domain.mail.phrases_form import Phrase
from onward.domain.mail.verdict import Meaning

_GOT = Meaning.ACKNOWLEDGEMENT
_TASK = Meaning.ASSESSMENT
_MEET = Meaning.INTERVIEW_INVITATION
_YES = Meaning.OFFER
_SAID = Meaning.FEEDBACK
_OWN = Meaning.FOLLOW_UP
_NEW = Meaning.RECRUITER_OUTREACH
_ELSE = Meaning.OTHER
_ORDINARY = Meaning.NOT_JOB_RELATED

OTHERS = (
    Phrase(
        _GOT,
        2.5,
        "received|receipt|got|receiving ~ your ~ application|cv|resume|form",
        "We have received your application.",
    ),
    Phrase(
        _GOT,
        2,
        "application ~ received|submitted|arrived|safely|reached_us|gone_through",
        "Your application has been received.",
    ),
    Phrase(
        _GOT,
        1.5,
        "thank_you|thanks for ~ applying|application|your_interest|sending",
        "Thanks for applying.",
    ),
    Phrase(
        _GOT,
        1.5,
        "in_touch|contact_you|reach_out|get_back|hear ~ if|should|once|when|after|within|by ~",
        "We will be in touch if there is a match.",
    ),
    Phrase(
        _GOT,
        1.5,
        "being|under|will|currently review|reviewed|reviewing|considered ~",
        "Your CV is being reviewed.",
    ),
    Phrase(
        _GOT,
        1.5,
        "passed|sent|forwarded ~ your ~ on|to|over ~ manager|client|team|chef|head",
        "I have passed your CV on to the manager.",
    ),
    Phrase(
        _TASK,
        2.5,
        "complete|completing|take|sit|do|finish ~ TEST",
        "Please complete the online test.",
    ),
    Phrase(
        _TASK,
        2,
        "invite|invited|invitation|link ~ TEST",
        "You are invited to take an assessment.",
    ),
    Phrase(
        _TASK,
        2,
        "record|recorded|recording ~ video|answers|yourself|interview",
        "Record your answers.",
    ),
    Phrase(
        _TASK,
        2,
        "hackerrank|codility|hirevue|codesignal|testgorilla|coderpad|psychometric|aptitude",
        "You will get a link from Codility.",
    ),
    Phrase(
        _MEET,
        2.5,
        "like|love|want|invite|inviting|delighted|pleased ~ you ~ MEET",
        "We would like to invite you for an interview.",
    ),
    Phrase(
        _MEET,
        2,
        "interview|trial|meeting|chat|call ~ confirmed|scheduled|booked|arranged|moved"
        "|rescheduled ~",
        "Your interview is confirmed.",
    ),
    Phrase(
        _MEET,
        2,
        "can|could|are|would|when ~ you ~ come|available|free|make|do|pop ~",
        "Could you come in on Tuesday?",
    ),
    Phrase(
        _MEET,
        1.5,
        "let|send|share|give ~ availability|times|time|slots ~",
        "Send me your availability.",
    ),
    Phrase(
        _MEET,
        1.5,
        "reschedule|rearrange|postpone|move ~ our|your|the ~ MEET",
        "We must move our call.",
    ),
    Phrase(_MEET, 1.5, "MEET ~ DAY ~ at 0", "Interview on Tuesday at 10."),
    Phrase(
        _YES,
        3,
        "offer|offering you ~ POST|place|job",
        "We would like to offer you the job.",
    ),
    Phrase(
        _YES,
        2.5,
        "pleased|delighted|happy|thrilled ~ offer|make_you_an_offer",
        "I am delighted to offer you it.",
    ),
    Phrase(_YES, 2.5, "job|POST|it is|its yours ~", "The job is yours if you want it."),
    Phrase(
        _YES,
        2,
        "welcome ~ aboard|on_board|to_the_team|to_the_crew",
        "Welcome to the team.",
    ),
    Phrase(
        _YES,
        2,
        "offer|contract ~ attached|letter|sign|accept|salary",
        "Your offer letter is attached.",
    ),
    Phrase(
        _YES,
        2,
        "want|like you ~ to start|on_board|join",
        "We want you to start on Monday.",
    ),
    Phrase(_YES, -2, "NOT ~ offer|offering ~", "We cannot offer you this."),
    Phrase(
        _SAID,
        2.5,
        "here|promised|asked|requested|some ~ feedback|comments|notes|thoughts ~",
        "As promised, here is some feedback.",
    ),
    Phrase(
        _SAID,
        2,
        "your ~ answer|answers|examples|presentation|lesson|score|scores|portfolio ~ was|were"
        "|could|lacked|scored|needed",
        "Your answers could have been more specific.",
    ),
    Phrase(
        _SAID,
        1.5,
        "panel|we|i felt|scored|marked|noted|thought ~ your|you ~",
        "The panel felt you rushed.",
    ),
    Phrase(
        _OWN,
        2.5,
        "i|im ~ writing|following|checking|wanted|emailing ~ follow|up|application|heard|chase",
        "I am writing to follow up on my application.",
    ),
    Phrase(
        _OWN,
        2,
        "my application|cv|interview|resume ~",
        "I wondered about my application.",
    ),
    Phrase(
        _OWN,
        2,
        "withdraw|withdrawing my|from|application ~",
        "I would like to withdraw my application.",
    ),
    Phrase(
        _OWN,
        1.5,
        "thank_you|thanks for ~ meeting|seeing|interviewing|your_time|speaking ~ me|yesterday|today"
        "|the_opportunity|with_me",
        "Thank you for seeing me yesterday.",
    ),
    Phrase(
        _NEW,
        2.5,
        "came|come|stumbled across|upon your ~ profile|cv|linkedin|details|resume",
        "I came across your profile.",
    ),
    Phrase(
        _NEW,
        2,
        "would|are|might you ~ interested|open|looking|tempted ~",
        "Are you open to new roles?",
    ),
    Phrase(
        _NEW,
        2,
        "my client|we_are_looking|recruiting_for|have_a ~ POST|looking|seeking|contract",
        "My client is seeking a nurse.",
    ),
    Phrase(
        _NEW,
        1.5,
        "POST ~ you|which|that ~ might|could|may|thought ~ suit|interest|interested|fit",
        "A role that might suit you.",
    ),
    Phrase(
        _ELSE,
        2,
        "job alert|alerts|matches|recommendations|digest ~",
        "Your job alert is here.",
    ),
    Phrase(
        _ELSE,
        2,
        "reset|verify|activate|create|confirm your ~ password|account|email|profile ~",
        "Reset your password.",
    ),
    Phrase(
        _ELSE,
        2,
        "reference|references|referee|referees ~",
        "Please send two references.",
    ),
    Phrase(
        _ELSE,
        1.5,
        "delay|delayed|longer|still ~ than|expected|hoped|decision|deciding|waiting",
        "It is taking longer than expected.",
    ),
    Phrase(
        _ELSE,
        2,
        "look|see|got|read what|this|the|below ~ they|i|from ~",
        "Look what I got from them.",
    ),
    Phrase(
        _ORDINARY,
        2,
        "your order|parcel|invoice|statement|booking|subscription|delivery|appointment|bill ~",
        "Your order is on its way.",
    ),
    Phrase(
        _ORDINARY,
        1,
        "sale|discount|0|voucher|basket|checkout off|ends|code|now ~",
        "Sale ends soon.",
    ),
)
