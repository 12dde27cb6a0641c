"""`onward demo`: a made-up search of six months, apart from the person's own."""

from onward.cli.serve import NoOpen, Port


def demo(port: Port = None, *, no_open: NoOpen = False) -> None:
    """Start Onward with a made-up search. Your own is left alone."""
    from onward.cli.made_up import use_made_up_search  # noqa: PLC0415 - slow to import
    from onward.cli.serving import serve_until_told  # noqa: PLC0415 - slow to import

    use_made_up_search()
    serve_until_told(port=port, may_open=not no_open)
