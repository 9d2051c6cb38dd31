"""`python -m extractors.places.building` writes the gazetteer that ships, the same bytes from the same packages."""

from pathlib import Path

from extractors.places.building.sources import read_cities, read_division_names, read_subdivisions, read_us_states
from extractors.places.building.table import divisions, second_divisions, towns
from extractors.places.packing import pack

TARGET = Path(__file__).parent.parent / "data" / "gazetteer.npz"


def main() -> None:
    """Build the file and say what is in it."""
    cities = read_cities()
    names = read_division_names(cities)
    first, position = divisions(cities, names, read_subdivisions(), read_us_states())
    places = [*first, *second_divisions(names, position), *towns(cities, position)]
    archive = pack(places)
    TARGET.write_bytes(archive)
    print(f"{TARGET.name}: {len(places):,} places, {len(archive) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
