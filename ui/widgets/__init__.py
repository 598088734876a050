"""Widgets and delegates shared by the pages."""
