"""What is known of mailboxes on servers: providers, and why one may not open."""
