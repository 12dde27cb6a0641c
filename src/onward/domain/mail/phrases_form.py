"""The form of a phrase rule, and the groups of words rules may name."""

from dataclasses import dataclass

from onward.domain.mail.verdict import Meaning


@dataclass(frozen=True, slots=True)
class Phrase:
    """A wording, what it speaks for (or against, below zero), and an example of it."""

    meaning: Meaning
    weight: float
    words: str
    example: str


GROUPS = {
    "NOT": "not|never|wont|wouldnt|cant|cannot|couldnt|unable|no longer|dont|didnt"
    "|havent|hasnt|isnt|arent|wasnt|werent|doesnt|nt|aint",
    "WE": "we|i|they|weve|ive|theyve|were|im|theyre|panel|client|team|manager|company"
    "|board|school|governors|committee|trust|boss|gaffer|owner|chef|partners|directors"
    "|headteacher|hiring manager|he|she|well|everyone",
    "OTHER": "someone else|somebody else|someone|somebody|another|other|others|a different"
    "|the other|an internal|a stronger|stronger|internal|two others|one of the other"
    "|a local|a candidate|candidates|an applicant|applicants|a more",
    "PERSON": "candidate|candidates|applicant|applicants|person|people|lad|girl|guy|chap"
    "|lady|one|ones|colleague|option|individual|individuals|somebody|someone|else",
    "POST": "post|role|job|position|vacancy|opening|place|opportunity|roles|positions"
    "|spot|slot|traineeship|apprenticeship|internship|requisition|contract|placement",
    "YOU": "you|your|your application|your cv|you any|things|it|this|your candidacy"
    "|your profile|you on|your details",
    "TAKE": "take|taking|taken|move|moving|moved|go|going|progress|progressing"
    "|progressed|proceed|proceeding|put|putting|bring|bringing|carry|pursue|pursuing"
    "|continue|continuing|advance|advancing|consider|considering|considered|shortlist"
    "|shortlisting|invite|inviting|offer|offering|appoint|appointing|select|selecting",
    "GONE": "gone|went|going|go|opted|settled|plumped|landed|decided|chosen|chose|picked"
    "|appointed|hired|offered|selected|taken|given|giving|gave|filled|took",
    "DAY": "monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|today|mon"
    "|tue|tues|wed|thu|thurs|fri|sat|sun|0",
    "MEET": "interview|chat|call|meeting|meet|talk|conversation|trial|visit|zoom|teams",
    "TEST": "test|assessment|task|challenge|exercise|questionnaire|case study|assignment"
    "|questions|survey|video interview",
}
