"""Study in words: its terms, its lines, its documents and its calendar."""
