"""The only room that knows TinyDB and SQLite: one WAL database behind TinyDB's API."""
