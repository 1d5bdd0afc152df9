"""What comes from outside, bounded before anybody looks at what it means: bytes, TOML, JSON, a workbook's parts."""
