"""What a person reads: catalogs, dates, text with a language, and the sentence of each code."""
