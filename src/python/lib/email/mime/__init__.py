"""Messages of one kind of content each, made in one step."""
