"""Tests of the room for files of profiles."""
