"""Compares the details found in our own mail with what its writers noted."""

from collections.abc import Iterator, Sequence

from rapidfuzz.fuzz import partial_ratio, token_set_ratio

from onward.domain.mail.context import Context
from onward.domain.mail.details.employer.labels import domain_label
from onward.domain.mail.details.employer.names import squeezed
from onward.domain.mail.details.told import details_of
from onward.domain.mail.reading import Draft, clean, show
from onward.domain.mail.verdict import Details, Meaning, Verdict
from tools.mail_examples import Example

# Two spellings of one name or role, such as with and without "Ltd".
_SAME = 85
# A name stands in the text if nearly all of its letters do.
_SAID = 88
# An employer known only from a domain is told by how its name begins.
_BEGINNING = 5
_ENDED = frozenset({Meaning.REJECTION, Meaning.FEEDBACK})


def details_lines(examples: Sequence[Example], context: Context) -> Iterator[str]:
    """Yield how often each detail was found right, missed or invented."""
    spoken = [e for e in examples if e.label is not Meaning.NOT_JOB_RELATED]
    found = [(example, details_given_label(example, context)) for example in spoken]
    yield f"### Details of {len(found)} messages about a job, their meaning known"
    yield ""
    yield "| detail | told | found right | found wrong | not told, yet found |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for field in ("employer", "role"):
        yield _named_row(field, found)
    for field in ("feedback_given", "feedback_offered"):
        yield _flag_row(field, found)
    yield ""


def details_given_label(example: Example, context: Context) -> Details:
    """Return the details of an example whose meaning is taken as known."""
    draft = show(clean(Draft(example.mail, context)))
    verdict = Verdict(example.label, 1.0, needs_asking=False)
    return details_of(example.mail, draft.shown_text, verdict, context)


def is_same(first: str, second: str) -> bool:
    """Tell whether two spellings name the same employer or role."""
    one, other = sorted((_bare(first), _bare(second)), key=len)
    if len(one) >= _BEGINNING and other.startswith(one):
        return True
    return token_set_ratio(first.lower(), second.lower()) >= _SAME


def _bare(name: str) -> str:
    """Return a name as an address would write it, "and" left out."""
    return squeezed(name).replace("and", "")


def is_told(truth: str, example: Example) -> bool:
    """Tell whether the mail itself, or its sender's address, tells what was noted.

    The writer of a scene knows more than a reader of one letter can.
    """
    mail = example.mail
    address = mail.recipients[0] if example.label is Meaning.FOLLOW_UP else mail.sender
    said = f"{mail.subject} {mail.text} {address.name}"
    if partial_ratio(truth.lower(), said.lower()) >= _SAID:
        return True
    label = _bare(domain_label(address.domain))
    return bool(label) and _bare(truth).startswith(label[:_BEGINNING])


def named(field: str, details: Details) -> str:
    """Return the employer, or the first role."""
    if field == "employer":
        return details.employer
    return details.roles[0] if details.roles else ""


def _named_row(field: str, found: Sequence[tuple[Example, Details]]) -> str:
    pairs = [
        (getattr(e, field), named(field, details))
        for e, details in found
        if not getattr(e, field) or is_told(getattr(e, field), e)
    ]
    told = [(truth, said) for truth, said in pairs if truth]
    right = sum(bool(said) and is_same(truth, said) for truth, said in told)
    wrong = sum(bool(said) and not is_same(truth, said) for truth, said in told)
    invented = sum(bool(said) for truth, said in pairs if not truth)
    untold = len(pairs) - len(told)
    share = right / max(1, len(told))
    return (
        f"| {field} | {len(told)} | {right} ({share:.0%}) | {wrong} "
        f"| {invented} of {untold} |"
    )


def _flag_row(field: str, found: Sequence[tuple[Example, Details]]) -> str:
    asked = [(e, d) for e, d in found if e.label in _ENDED]
    pairs = [(field in e.flags, getattr(d, field) is not None) for e, d in asked]
    told = sum(truth for truth, _ in pairs)
    right = sum(truth and said for truth, said in pairs)
    invented = sum(said and not truth for truth, said in pairs)
    share = right / max(1, told)
    untold = len(pairs) - told
    return (
        f"| {field} | {told} | {right} ({share:.0%}) | {told - right} "
        f"| {invented} of {untold} |"
    )
