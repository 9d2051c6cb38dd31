"""Effects and wiring: where pages come from, in what order steps run, what a person types."""
