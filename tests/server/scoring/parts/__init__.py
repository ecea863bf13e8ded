"""Tests of the fit parts, one file each."""
