"""Measurements, as ratios within one run. Not collected as tests."""
