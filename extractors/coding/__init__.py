"""Find the events in a parsed article: triggers, arguments, status, attribution, identity."""
