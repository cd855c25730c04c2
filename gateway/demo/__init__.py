"""The demonstration: the whole way of people's texts, on an installation of its own."""
