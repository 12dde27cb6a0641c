"""What the speaking process is asked and answers."""

SAY, SAID = b"Y", b"D"
# One voice, played lower or higher, so that a panel sounds like three people.
SPEAKERS = (1.0, 0.88, 1.07)
