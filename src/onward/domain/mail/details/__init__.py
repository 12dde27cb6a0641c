"""What a message tells about an application: who, what, when, why."""
