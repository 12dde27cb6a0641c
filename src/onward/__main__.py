"""Onward from the command line: `onward` and `python -m onward`."""

from onward.cli.main import main

if __name__ == "__main__":
    main()
