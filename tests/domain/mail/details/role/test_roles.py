import pytest

from onward.domain.mail.details.role.roles import roles_in


@pytest.mark.parametrize(
    ("subject", "role"),
    [
        ("Interview: Water Sampler", "Water Sampler"),
        ("Re: Interview: Lehr Operator", "Lehr Operator"),
        ("Kelp Forager - application received", "Kelp Forager"),
        ("Application for Snow Groomer Mate", "Snow Groomer Mate"),
        ("Ref 20881 Research Associate", "Research Associate"),
        ("Application for 1st line support analyst", "1st line support analyst"),
        ("Ride operator \U0001f3a2", "Ride operator"),
        ("Competition 31-204 Museum Clerk I", "Museum Clerk I"),
        ("Your candidacy as Grain Inspector", "Grain Inspector"),
        ("Update on R-30417 Kennel Hand", "Kennel Hand"),
        ("TDC/FL/118 Drainage Engineer", "Drainage Engineer"),
        ("Invitation, loom technician", "loom technician"),
        ("Second interview - Application Engineer", "Application Engineer"),
        ("first officer", "first officer"),
        ("office junior", "office junior"),
        ("On-call firefighter: your form", "On-call firefighter"),
        ("Driver wanted", "Driver"),
        ("Ihre Bewerbung als Disponent Nahverkehr (m/w/d)", "Disponent Nahverkehr"),
        ("Deine Bewerbung als Tischlerin", "Tischlerin"),
        ("Gespräch als Lagermeisterin", "Lagermeisterin"),
        ("Einstellungszusage Klimaschutzmanagerin", "Klimaschutzmanagerin"),
        ("Masseur*in 60 %", "Masseur*in"),
    ],
)
def test_a_role_is_told_by_its_place_in_a_subject(subject: str, role: str) -> None:
    assert roles_in(f"{subject}\n\nCan you come on Tuesday?", "") == (role,)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("You have applied for: Bell Ringer", "Bell Ringer"),
        ("Your application for Supply Planner reached us.", "Supply Planner"),
        ("We have filled the oyster shucker job.", "oyster shucker"),
        ("You are invited to interview for kelp forager.", "kelp forager"),
        ("We won't go ahead with Data Platform Engineer.", "Data Platform Engineer"),
        ("You were not appointed to the Rigger secondment.", "Rigger"),
        ("It turned on the post of Road Planner and I am sorry.", "Road Planner"),
        ("Ihre Bewerbung auf die Stelle als Näherin bei der Firma Kolb", "Näherin"),
        ("Wir suchen jemanden für die Position des Küsters.", "Küsters"),
        ("Danke für Ihre Bewerbung als Tischlergeselle.", "Tischlergeselle"),
    ],
)
def test_a_role_is_told_by_its_place_in_the_text(text: str, role: str) -> None:
    assert roles_in(f"News\n\n{text}", "") == (role,)


@pytest.mark.parametrize(
    "text",
    [
        "We have a great job for you.",
        "Hull is the only post on the way.",
        "The next position is yours to choose.",
        "It was the right job at the wrong time.",
        "For a role of this kind we met many people.",
        "We would like to offer you the post on the same terms.",
        "There is no result yet for the test.",
    ],
)
def test_not_everything_before_a_job_is_a_role(text: str) -> None:
    assert roles_in(f"News\n\n{text}", "") == ()


def test_a_line_above_a_letter_tells_what_it_is_about() -> None:
    text = (
        "Application 6214\n\nDear Abi\n\nRe: Ward Housekeeper, Ward 3\n\nWe are sorry."
    )
    assert roles_in(text, "") == ("Ward Housekeeper",)


def test_a_role_and_its_first_letters_are_one() -> None:
    text = "SNA post\n\nThank you for the post of Special Needs Assistant."
    assert roles_in(text, "") == ("Special Needs Assistant",)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("I am not taking an apprentice this year.", ("apprentice",)),
        ("They have had three account managers in two years.", ("account managers",)),
        ("There was a florist. There was a joiner.", ()),
        ("I know a good recruiter.", ()),
    ],
)
def test_a_trade_in_passing_counts_where_it_is_the_only_one(
    text: str, roles: tuple[str, ...]
) -> None:
    assert roles_in(f"Hello\n\n{text}", "") == roles


def test_a_name_after_a_comma_is_no_role() -> None:
    assert roles_in("Good news, Victor\n\nHello", "") == ()


def test_an_employer_is_no_role() -> None:
    assert roles_in("Baylor Fasteners - Welder\n\nHello", "Baylor Fasteners") == (
        "Welder",
    )


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "Let's meet! Compliance Analyst @ Stroomkas\n\nHi Ann,\n\nWhen?",
            "Compliance Analyst",
        ),
        (
            "Your form\n\nNot sent yet:\n\nHighways Inspector (WDC02)\nOpen until May",
            "Highways Inspector",
        ),
        (
            "Letter\n\nDear Mr Hendry,\n\nShipping Clerk\n\nWe thank you.",
            "Shipping Clerk",
        ),
    ],
)
def test_a_trade_that_stands_alone_is_the_role(text: str, role: str) -> None:
    assert roles_in(text, "")[:1] == (role,)


@pytest.mark.parametrize(
    "text",
    [
        "Hello\n\nAll the best.\n\nKind regards\nPayroll Manager",
        "Hello\n\nIt was good to meet you.\n\nElaine Hart\nWard Manager",
        "New today\n\nWard Clerk, Truro\nNight Porter, Bath",
    ],
)
def test_what_the_writer_does_or_one_of_many_adverts_is_no_role(text: str) -> None:
    assert roles_in(text, "") == ()


def test_a_hand_that_is_none_is_no_role() -> None:
    said = "Interview booked\n\nThe link will be in your account an hour beforehand."
    assert roles_in(said, "") == ()


@pytest.mark.parametrize(
    "name", ["Tilly x", "Tilly Ashworth (she/they)", "T. Ashworth,"]
)
def test_what_stands_below_a_name_is_no_role(name: str) -> None:
    said = f"Hello\n\nCome and see us!\n\n{name}\nPeople & Plants Partner @ Mossy"
    assert roles_in(said, "") == ()


def test_where_a_german_post_is_belongs_to_no_role() -> None:
    said = (
        "Ihre Bewerbung als Embedded Developer bei Bluebase\n\nGuten Tag, vielen Dank."
    )
    assert roles_in(said, "") == ("Embedded Developer",)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Hallo\n\nDu hast dich als Dekorateurin beworben.", "Dekorateurin"),
        (
            "Hallo\n\nWir suchen einen Applikationsingenieur Optik (m/w/d) für Jena.",
            "Applikationsingenieur Optik",
        ),
        (
            "Neues zu Ihrer Bewerbung als Lagerhelfer (m/w/d) Minijob\n\nGuten Tag.",
            "Lagerhelfer",
        ),
        ("Ausschreibung 2026-21 Hydrogeologe\n\nGuten Tag.", "Hydrogeologe"),
        ("Ihre Bewerbung als Mathematikerin\n\nGuten Tag.", "Mathematikerin"),
        ("Termin\n\nSie haben sich als Instandhalter beworben.", "Instandhalter"),
        ("Danke\n\ndanke für dein Interesse an der Rolle Tierärztin.", "Tierärztin"),
        ("Status Controllerin\n\nLiebe Frau Thoma.", "Controllerin"),
        ("Re: Bewerbung ZFA\n\nHallo Frau Sahin.", "ZFA"),
        (
            "Eingang\n\nIhre Bewerbung als Gesundheits- und Krankenpfleger (m/w/d).",
            "Gesundheits- und Krankenpfleger",
        ),
        (
            "Candidature\n\nLe poste de comptable a été pourvu, merci.",
            "comptable",
        ),
    ],
)
def test_roles_are_told_in_german_and_in_french_noes(text: str, role: str) -> None:
    assert roles_in(text, "")[:1] == (role,)


def test_because_of_the_post_is_no_role() -> None:
    assert roles_in("wegen der Stelle\n\nServus Karl, das wird nichts.", "") == ()


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Hi\n\nIt's a no on the Site Engineer position, sorry.", "Site Engineer"),
        ("Hi\n\nAny word from the client on the Site Engineer job?", "Site Engineer"),
        (
            "Hi\n\nWe are to meet in connection with the Loans Officer role.",
            "Loans Officer",
        ),
        ("Hi\n\nGood luck with the Marketing Executive search.", "Marketing Executive"),
        ("Hi\n\nAttached is the level designer test, six hours.", "level designer"),
        ("Hi\n\nA bank seeks its next Head of Compliance.", "Head of Compliance"),
        ("Hi\n\nThe role is Backend Engineer.\n\nJo, Coordinator", "Backend Engineer"),
        (
            "Hi\n\nPOST: Emergency Call Taker\nDATE: Friday\nARRIVE: 9.10",
            "Emergency Call Taker",
        ),
        ("Hi\n\nThey won't be offering you Head Housekeeper.", "Head Housekeeper"),
        (
            "Hi\n\nI've a fantastic Registered Manager job for you.",
            "Registered Manager",
        ),
    ],
)
def test_roles_stand_in_odd_places(text: str, role: str) -> None:
    assert roles_in(text, "")[:1] == (role,)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("News\n\nThe Winch Mechanic rotation is two on, two off.", "Winch Mechanic"),
        ("News\n\nIt's a no on the Bid Planner, sorry.", "Bid Planner"),
        ("News\n\nWe withdraw the offer of Lead Rigger today.", "Lead Rigger"),
        (
            "News\n\nThey went with her for Manager, Fleet Safety.",
            "Manager, Fleet Safety",
        ),
        ("News\n\nJob: VP, Treasury Services\nWhere: Leeds", "VP, Treasury Services"),
        ("News\n\nWHAT Dental Nurse (77-DN)\nWHEN Monday", "Dental Nurse"),
        (
            "News\n\nI write about R31, Lecturer in Botany. Thanks.",
            "Lecturer in Botany",
        ),
        ("Got it! Estates Team Leader (REF E-21)\n\nHello", "Estates Team Leader"),
        ("L2 talk_Senior Rust Developer_Pune\n\nHello", "Senior Rust Developer"),
        ("Year 3/4 teacher - times\n\nHello", "Year 3/4 teacher"),
        ("Tarn Build / QS\n\nHello", "QS"),
        ("Hi\n\nbad news on the late barista thing", "late barista"),
        ("Hi\n\nAll three lens tech starts are off.", "lens tech"),
        ("Hi\n\nNo luck with the Saturday job.", "Saturday job"),
    ],
)
def test_a_role_is_told_by_the_signs_around_a_trade(text: str, role: str) -> None:
    assert roles_in(text, "")[:1] == (role,)


@pytest.mark.parametrize(
    "text",
    [
        "News\n\nYou will meet Tom Reed (Site Manager) and our Head of People.",
        "News\n\nTom Reed, Fleet Manager, and Ann Hart - Payroll Lead - will be there.",
        "News\n\nThe Finance Director will join us.",
        "News\n\nSee you soon.\n\nRuth Dale, P.Eng.\nDirector, Mixed Signal",
    ],
)
def test_what_somebody_else_does_is_no_role(text: str) -> None:
    assert roles_in(text, "") == ()


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("They took the other cook, so the Sous Chef job is gone.", "Sous Chef"),
        ("It's off for the banquet captain slot as of today.", "banquet captain"),
        ("We need a Tug Master and she starts soon.", "Tug Master"),
        ("We are finally hiring a Head of Wine for Bath.", "Head of Wine"),
        ("Vacancy: Clerk & Finance Officer, 22 hours", "Clerk & Finance Officer"),
    ],
)
def test_a_role_is_neither_too_long_nor_too_short(text: str, role: str) -> None:
    assert roles_in(f"News\n\n{text}", "")[:1] == (role,)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("We read what you sent about the coordinator's job, twice.", "coordinator"),
        ("Result for Staff Nurse (ICU), six posts, is as under.", "Staff Nurse (ICU)"),
        ("We have signed with a colleague from Porto for the post.", ""),
    ],
)
def test_what_stands_around_a_role_is_none_of_it(text: str, role: str) -> None:
    found = roles_in(f"News\n\n{text}", "")
    assert next(iter(found), "") == role


def test_a_meeting_about_a_role_is_none_of_it() -> None:
    found = roles_in("Confirmation / Meeting maintenance electrician\n\nCome at 8.", "")
    assert found == ("maintenance electrician",)
