"""The mail of the walks from a no to the next thing, written for these tests."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class No:
    """A mail that says no, and what it is about."""

    employer: str
    role: str
    sender: str
    subject: str
    text: str
    days_ago: int = 1

    @property
    def key(self) -> str:
        """Its message id."""
        domain = self.sender.partition("@")[2].rstrip(">")
        return f"<no-1@{domain}>"

    @property
    def headers(self) -> dict[str, str]:
        """What makes the mail this one."""
        return {"From": self.sender, "Subject": self.subject, "Message-ID": self.key}


PLAIN = No(
    employer="Tindall Weir",
    role="Data Analyst",
    sender="Priya Nair <priya.nair@tindallweir.example>",
    subject="Your application for the Data Analyst role",
    text="""Dear Amira,

Thank you for coming to the interview for the Data Analyst role. After careful
consideration we have decided to appoint another candidate.

Kind regards,
Priya Nair
Tindall Weir
""",
)
A_TIME = """Hi Amira,

Of course, happy to talk it through with you. {day} at {hour} works for me. I will give
you a ring then.

Best wishes
"""
TWO_POINTS = """Dear Amira,

Good of you to ask. Two things, since we will not get to talk after all. You explained
the survey weights better than anyone we saw. Your answer on stakeholders stayed vague,
and we never heard what changed because of your work.

Best wishes,
Priya
"""

POLICY = No(
    employer="Brightmoor Council",
    role="Housing Officer",
    days_ago=5,
    sender="Gareth Pugh <gareth.pugh@brightmoor.example>",
    subject="Housing Officer (HO/114): outcome of your interview",
    text="""Dear Ms Okafor,

Thank you for attending the interview for the post of Housing Officer on 12 November.

I am writing to let you know that on this occasion you have not been successful. There
was a strong field. Please note that it is our policy not to give feedback to
candidates.

Yours sincerely,
Gareth Pugh
Recruitment Team, Brightmoor Council
""",
)

WITH_FEEDBACK = No(
    employer="Larkhill Trust",
    role="Support Worker",
    sender="Shona Baird <shona@larkhilltrust.example>",
    subject="Support Worker at Larkhill",
    text="""Hi Amira,

Thanks again for coming in to meet us about the Support Worker job. I'm sorry to say we
have gone with somebody else this time.

I said I'd be straight with you, so: you were lovely with our residents and they told us
so. Where it fell down was the medication question. You went round it a bit and didn't
tell us what you would actually do first. Next time, take us through it step by step.

All the best,
Shona Baird
Larkhill Trust
""",
)

UNANSWERED = No(
    employer="Fenwick & Tarn",
    role="Office Coordinator",
    days_ago=12,
    sender="Recruitment <jobs@fenwicktarn.example>",
    subject="Office Coordinator - decision",
    text="""Hello Amira

It was a pleasure meeting you for the Office Coordinator interview last week. We had
some tough choices to make and unfortunately we won't be taking you forward.

We wish you luck with your search.

Fenwick & Tarn
""",
)

BY_PHONE = No(
    employer="Osgood Print",
    role="Print Estimator",
    sender="Dele Adeyemi <dele@osgoodprint.example>",
    subject="Print Estimator job",
    text="""Amira,

Sorry for the wait. Thanks for coming to the interview for the Print Estimator job. We
have now filled it with one of the other people we saw.

Cheers
Dele Adeyemi
Osgood Print
""",
)
