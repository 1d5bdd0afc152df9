"""One response: a section a page, a row a criterion."""
