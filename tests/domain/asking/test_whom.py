from onward.domain.asking.whom import Known, Part, whom_to_ask

PRIYA = Known("Priya Nair", "priya@hr.example", Part.INTERVIEWER, 2)
SAM = Known("Sam", "sam@agency.example", Part.AGENCY, 5)
HR = Known("", "hr@hr.example", Part.MAILBOX, 9)
DEAF = Known("Careers", "no-reply@hr.example", Part.RECRUITER, 3)


def names(*people: Known) -> list[str]:
    return [ranked.known.address for ranked in whom_to_ask(people)]


def test_whom_one_met_comes_before_who_only_wrote() -> None:
    assert names(HR, SAM, PRIYA) == [PRIYA.address, SAM.address, HR.address]


def test_a_deaf_address_is_never_named() -> None:
    assert names(DEAF) == []
    assert DEAF.address not in names(DEAF, HR)


def test_somebody_in_two_parts_stands_in_the_better_one() -> None:
    wrote = Known("Priya Nair", "Priya@HR.example", Part.WROTE_THE_NO, 7)
    (found,) = whom_to_ask([wrote, PRIYA])
    assert found.known.part is Part.INTERVIEWER


def test_whom_they_name_comes_first_with_the_name_known_from_elsewhere() -> None:
    named = Known("", "priya@hr.example", Part.NAMED)
    best, _ = whom_to_ask([SAM, PRIYA, named])
    assert (best.known.part, best.known.name) == (Part.NAMED, "Priya Nair")


def test_whom_the_person_added_comes_first() -> None:
    own = Known("Jo", "jo@hr.example", Part.COLLEAGUE, was_added=True)
    assert names(PRIYA, own)[0] == own.address


def test_everybody_comes_with_a_reason() -> None:
    parts = [Known("x", f"{part}@hr.example", part) for part in Part]
    assert all(ranked.why for ranked in whom_to_ask(parts))
