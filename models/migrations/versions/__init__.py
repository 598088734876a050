"""The migration scripts, oldest first. The baseline spells its tables out."""
