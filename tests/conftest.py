"""What all tests share."""

from hypothesis import settings

# Wall times swing threefold on a busy machine; a slow example says nothing of the code.
settings.register_profile("korva", deadline=None)
settings.load_profile("korva")
