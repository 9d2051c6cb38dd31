"""Builds the gazetteer that ships, from packages that carry open data. For developers; nothing else imports it."""
