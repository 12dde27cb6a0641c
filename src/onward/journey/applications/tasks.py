"""What is done with applications beside the pages."""

from onward.background.schedule import repeated
from onward.journey.applications.services import let_time_pass


@repeated(seconds=900)
def pass_time() -> None:
    """Let interviews that are over by now count, though nothing was recorded."""
    let_time_pass()
