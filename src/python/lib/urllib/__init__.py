"""Addresses of the web; fetching them needs a network."""
