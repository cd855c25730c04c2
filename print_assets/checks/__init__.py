"""A printed file judged by itself: every way in which ours could fail its reader or printer."""
