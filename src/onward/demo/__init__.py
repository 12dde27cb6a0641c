"""A made-up job search of six months, told in its mail, to show and test Onward."""
