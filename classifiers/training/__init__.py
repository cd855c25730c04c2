"""Training: from labelled comments and raw text to the model folder that ships."""
