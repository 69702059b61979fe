"""Tables whose cells are parted by marks: pipes, tabs, rules, ampersands."""
