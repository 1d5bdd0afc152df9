"""The verbs: what a person may do. The only room that checks permission, and the only one that calls the store."""
