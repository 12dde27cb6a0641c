import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onward.domain.feedback.frameworks import framework
from onward.domain.feedback.note import Kind, Note
from onward.domain.feedback.reading import read

LETTER = """Dear Ms Oyelaran,

Thank you for coming in on Tuesday. It was a pleasure to meet you.

Your technical answers were strong, but we would have liked more detail on how you
handled stakeholders. It was an exceptionally strong field and a difficult decision.

We would welcome another application.

Kind regards,
Judith Marsh
Head of Operations
Tel 0113 496 0000

> On 3 May you wrote:
> I thought your answers were weak and I would like feedback.
"""


def said(text: str) -> list[tuple[Kind, str]]:
    return [(note.kind, note.quote) for note in read(text)]


def only(text: str) -> Note:
    (note,) = read(text)
    return note


def test_two_points_in_one_sentence_are_two_notes() -> None:
    text = (
        "Your technical answers were strong, but we would have liked more detail "
        "on how you handled stakeholders."
    )
    assert said(text) == [
        (Kind.STRENGTH, "Your technical answers were strong"),
        (
            Kind.IMPROVEMENT,
            "we would have liked more detail on how you handled stakeholders.",
        ),
    ]


def test_a_letter_is_read_without_its_courtesies_signature_and_quotes() -> None:
    kinds = [note.kind for note in read(LETTER)]
    assert kinds[:2] == [Kind.STRENGTH, Kind.IMPROVEMENT]
    assert kinds[-1] is Kind.REAPPLY
    assert set(kinds[2:-1]) == {Kind.NOT_ABOUT_ME}
    quotes = " ".join(note.quote for note in read(LETTER))
    for left_out in (
        "Thank you",
        "pleasure",
        "regards",
        "Head of",
        "answers were weak",
    ):
        assert left_out not in quotes


def test_notes_jotted_on_the_phone_are_read_one_by_one() -> None:
    assert said("good on data. thin on examples. try STAR") == [
        (Kind.STRENGTH, "good on data."),
        (Kind.IMPROVEMENT, "thin on examples."),
        (Kind.ADVICE, "try STAR"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "You might consider giving a little more detail.",
        "We felt there was room to develop your answers further.",
        "Your presentation was not quite as strong.",
        "Perhaps less so on the commercial side.",
    ],
)
def test_a_hint_wrapped_in_politeness_is_an_improvement(words: str) -> None:
    assert only(words).kind is Kind.IMPROVEMENT


@pytest.mark.parametrize(
    "words",
    [
        "It was a very strong field.",
        "The calibre of applicants was extremely high.",
        "It was a difficult decision.",
        "Another candidate more closely matched our requirements.",
    ],
)
def test_courteous_emptiness_is_not_about_the_person(words: str) -> None:
    assert only(words).kind is Kind.NOT_ABOUT_ME


@pytest.mark.parametrize(
    "words",
    [
        "We would welcome another application.",
        "Please apply again in 12 months.",
        "We'll keep you in mind for future roles.",
    ],
)
def test_the_door_left_open_is_about_applying_again(words: str) -> None:
    assert only(words).kind is Kind.REAPPLY


@pytest.mark.parametrize(
    "words",
    ["I'd recommend shadowing someone in the role.", "Look at the STAR technique."],
)
def test_a_step_to_take_is_advice(words: str) -> None:
    assert only(words).kind is Kind.ADVICE


@pytest.mark.parametrize(
    "words",
    [
        "You weren't quite the right fit.",
        "You lacked presence.",
        "Something was missing.",
    ],
)
def test_a_trait_that_nobody_can_act_on_is_unclear(words: str) -> None:
    assert only(words).kind is Kind.UNCLEAR


@pytest.mark.parametrize(
    "words",
    [
        "Thank you for your interest in our company.",
        "It was lovely to meet you.",
        "We wish you every success in your search.",
        "As promised, here are some notes from the panel.",
        "Kind regards,",
        "",
        " \n\n",
        "\ufeff",
    ],
)
def test_courtesy_alone_makes_no_note(words: str) -> None:
    assert read(words) == ()


def test_a_list_under_a_heading_is_what_the_heading_says() -> None:
    text = "Strengths\n- Time keeping\n- Use of data\n\nAreas to develop\n- Use of data"
    assert [note.kind for note in read(text)] == [
        Kind.STRENGTH,
        Kind.STRENGTH,
        Kind.IMPROVEMENT,
    ]


def test_a_mark_is_read_on_its_own_scale() -> None:
    text = "Working Together: 6\nDelivering at Pace: 2\nLeadership: 4"
    assert [note.kind for note in read(text)] == [
        Kind.STRENGTH,
        Kind.IMPROVEMENT,
        Kind.UNCLEAR,
    ]
    assert [note.competency for note in read(text)] == [
        "Working Together",
        "Delivering at Pace",
        "Leadership",
    ]


def test_answers_between_the_persons_own_questions_are_read() -> None:
    text = (
        "> What could I do better?\nYour examples lacked detail.\n\n> Anything else?\n"
    )
    assert said(text) == [(Kind.IMPROVEMENT, "Your examples lacked detail.")]


def test_what_was_passed_on_is_read() -> None:
    text = (
        "See below.\n\n---------- Forwarded message ----------\n"
        "From: Jo <jo@x.example>\nSubject: Sam\n\n"
        "Good presentation. Poor time keeping."
    )
    assert {note.kind for note in read(text)} == {Kind.STRENGTH, Kind.IMPROVEMENT}


def test_a_mail_that_only_quotes_is_read_from_its_quote() -> None:
    assert [kind for kind, _ in said("> Your examples lacked detail.")] == [
        Kind.IMPROVEMENT
    ]


def test_competencies_come_from_the_framework_asked_for() -> None:
    words = "You kept calm under pressure."
    assert only(words).competency == "Delivering at Pace"
    (note,) = read(words, by=framework("onet"))
    assert note.competency == "Stress Tolerance"


def test_a_moment_with_a_number_is_more_specific_than_praise() -> None:
    moment = only(
        "In the case study you forgot the 12 per cent discount for Harper & Co."
    )
    general = only("You interviewed well.")
    assert moment.specific > 0.8
    assert general.specific < 0.5


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_offsets_hold_for_any_line_end(ends: str) -> None:
    text = LETTER.replace("\n", ends)
    notes = read(text)
    assert len(notes) >= 4
    assert all(text[note.start : note.end] == note.quote for note in notes)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(LETTER.split()),
            st.sampled_from(
                ["\n", "\n\n", ". ", ", but ", "> ", "- ", ": ", "3/5", "\r"]
            ),
            st.text(max_size=12),
        ),
        max_size=60,
    ).map(" ".join)
)
def test_whatever_is_read_is_quoted_exactly_and_in_order(text: str) -> None:
    last = 0
    for note in read(text):
        assert text[note.start : note.end] == note.quote
        assert note.quote.strip()
        assert last <= note.start < note.end
        assert 0 <= note.specific <= 1
        assert 0 <= note.confidence <= 1
        last = note.end


def test_an_unsure_note_asks() -> None:
    note = only("You lacked presence.")
    unsure = Note(note.quote, 0, 1, note.kind, "", 0.0, 0.4)
    assert unsure.needs_asking
    assert not note.needs_asking


def test_a_quote_begins_with_the_words_and_not_with_what_joins_them() -> None:
    text = (
        "I said I would be straight with you, so: you were lovely with the residents."
    )
    assert [note.quote for note in read(text)][-1].startswith("you were lovely")
