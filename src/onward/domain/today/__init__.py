"""Which few steps would help a person most today."""
