"""The engine on SQL: a table with a row a drawer. SQLAlchemy, and SQLite as the database."""
