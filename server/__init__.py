"""The local annotation server of Seedlist."""
