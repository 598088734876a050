"""Papers for the room, of both kinds of meeting."""
