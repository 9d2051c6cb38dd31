"""How many: counted people with bounds, what happened to them, when, and whether it is a fact."""

from extractors.quantities.finding import find_quantities

__all__ = ["find_quantities"]
