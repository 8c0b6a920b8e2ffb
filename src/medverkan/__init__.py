"""Medverkan: a bot for an Intressebank. The four rooms are links to the folders at the root of the repository."""
