"""Where pages come from. Each source yields Pages and Issues; trouble with one page never hides the next."""
