"""What goes on beside the pages: events and what follows, tasks and a worker."""
