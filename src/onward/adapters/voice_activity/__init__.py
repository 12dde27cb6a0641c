"""Telling speech from silence: the Silero detector, in numpy."""
