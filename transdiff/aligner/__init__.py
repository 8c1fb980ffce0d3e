"""Alignment: what supports every article sentence, in every reference."""
