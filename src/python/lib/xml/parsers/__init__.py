"""Parsers of XML; `expat` is written for this project."""
