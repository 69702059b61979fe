"""Which schemas and linkbases a report rests on, and what they say."""
