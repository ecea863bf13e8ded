"""Everything that checks Seedlist; `python -m tests` runs it all."""
