"""Korva, the gateway through which a Finnish wellbeing services county listens."""
