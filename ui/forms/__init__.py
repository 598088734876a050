"""Forms: fields and lists that show values of a meeting and ask for changes."""
