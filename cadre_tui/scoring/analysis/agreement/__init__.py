"""How far raters agree: one file a figure. Each is exact where it can be, and says why where it cannot be had."""
