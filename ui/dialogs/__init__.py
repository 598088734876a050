"""Dialogs: the few questions and answers that are not part of a page."""
