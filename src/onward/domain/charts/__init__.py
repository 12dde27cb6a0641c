"""Where the marks of a picture go: geometry alone, no words and no colours.

Across, places are shares of the width (per cent), so that one picture fits a phone,
a wide screen and paper and its letters keep their size; down, they are pixels.
"""
