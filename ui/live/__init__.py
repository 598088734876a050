"""The live desk: what is under way while a meeting is held, and the keys that take it down."""
