"""学习: plan, calendar of collective sessions, register of who studied what, and the sums of them. Pure."""
