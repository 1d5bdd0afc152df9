"""Files that hold tables -> rows, or every faulty cell with what to write instead."""
