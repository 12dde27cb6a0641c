"""A made-up job search of six months, told in its mail: to show Onward and to test it."""
