"""A made-up job search of six months, told in its mail, to show and test Onward.

No model is taught or tuned on these letters: they are there to be looked at.
"""
