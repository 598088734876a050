"""The first letters of the readings of Chinese characters, and the tool that makes their table."""
