"""The kiosk channel: paired tablets that may only add responses."""
