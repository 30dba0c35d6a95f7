#!/usr/bin/env python3
"""Makes the dashboard's world map and its names of countries.

usage: tools/worldmap.py COUNTRIES_110M.JSON
COUNTRIES_110M.JSON is Natural Earth's 1:110m countries (public domain) as TopoJSON, as
    npm pack world-atlas@2.0.2    gives it (package/countries-110m.json).
Writes data/world.json (GeoJSON; ISO 3166-1 alpha-3 codes, two decimals) and js/countries.js (the names of the actor book, by code)
into app/src/main/resources/org/casus/web. Needs no package of Python.
"""

import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent.parent
WEB = HERE / "app/src/main/resources/org/casus/web"
COUNTRIES = HERE / "core/src/main/resources/org/casus/actor/countries.tsv"
# Natural Earth's short names that the actor book does not have. Northern Cyprus has no code: it stays without.
SHORT = {
    "W. Sahara": "ESH", "Dem. Rep. Congo": "COD", "Congo": "COG", "Dominican Rep.": "DOM", "Falkland Is.": "FLK",
    "Fr. S. Antarctic Lands": "ATF", "Central African Rep.": "CAF", "Eq. Guinea": "GNQ", "eSwatini": "SWZ", "Solomon Is.": "SLB",
    "Bosnia and Herz.": "BIH", "Macedonia": "MKD", "S. Sudan": "SSD", "Kosovo": "XKX", "Palestine": "PSE", "Turkey": "TUR",
    "Georgia": "GEO", "Côte d'Ivoire": "CIV", "Myanmar": "MMR", "Timor-Leste": "TLS", "United States of America": "USA",
    "Antarctica": "ATA", "Greenland": "GRL", "Puerto Rico": "PRI", "New Caledonia": "NCL", "Taiwan": "TWN",
}


def countries():
    """Code to name, and every name and alias to its code."""
    names, codes = {}, {}
    for line in COUNTRIES.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            code, name, aliases = (line.split("\t") + ["", ""])[:3]
            names[code] = name
            for each in [name, *aliases.split("|")]:
                codes.setdefault(each, code)
    return names, codes


def arcs(topology):
    """TopoJSON's arcs as degrees: each holds the differences of whole numbers, scaled."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append([round(x * sx + tx, 2), round(y * sy + ty, 2)])
        yield line


def ring(indexes, lines):
    points = []
    for index in indexes:
        line = lines[index] if index >= 0 else lines[~index][::-1]
        points += line if not points else line[1:]
    return [point for at, point in enumerate(points) if at == 0 or point != points[at - 1]]


def halves(points):
    """The ring, cut where it crosses the date line, so that no map draws a line around the world."""
    turned = [points[0]]
    for x, y in points[1:]:
        last = turned[-1][0]
        turned.append([x + 360 * round((last - x) / 360), y])
    for turn in (-360, 0, 360):
        part = turned
        for border, inside in ((-180 - turn, 1), (180 - turn, -1)):
            part = clipped(part, border, inside)
        if len(part) > 3:
            yield [[round(x + turn, 2), y] for x, y in part]


def clipped(points, border, inside):
    """The part of a ring on one side of a meridian (Sutherland and Hodgman)."""
    kept = []
    for at, (x, y) in enumerate(points):
        before_x, before_y = points[at - 1]
        if ((x - border) * inside >= 0) != ((before_x - border) * inside >= 0):
            kept.append([border, round(before_y + (y - before_y) * (border - before_x) / (x - before_x), 2)])
        if (x - border) * inside >= 0:
            kept.append([x, y])
    return kept + kept[:1] if kept and kept[0] != kept[-1] else kept


def main(path):
    topology = json.loads(pathlib.Path(path).read_text("utf-8"))
    lines = list(arcs(topology))
    names, codes = countries()
    features = []
    for shape in topology["objects"]["countries"]["geometries"]:
        short = shape["properties"]["name"]
        code = SHORT.get(short) or codes.get(short)
        if code not in names:
            print(f"without a code: {short}", file=sys.stderr)
            code = None
        if code == "ATA":
            continue  # no news from there, and it takes a fifth of the map
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        rings = []
        for polygon in polygons:
            outer, *holes = [ring(indexes, lines) for indexes in polygon]
            rings += [[part, *holes] for part in halves(outer)]
        features.append({
            "type": "Feature",
            "properties": {"name": code or short, "label": names.get(code, short)},
            "geometry": {"type": "MultiPolygon", "coordinates": rings},
        })
    features.sort(key=lambda each: each["properties"]["name"])
    world = {"type": "FeatureCollection", "features": features}
    (WEB / "data").mkdir(parents=True, exist_ok=True)
    (WEB / "data/world.json").write_text(json.dumps(world, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    table = json.dumps(dict(sorted(names.items())), ensure_ascii=False, indent=2)
    (WEB / "js/countries.js").write_text(
        "// Names of countries by ISO 3166-1 alpha-3 code, written by tools/worldmap.py from the actor book.\n"
        f"export const COUNTRIES = {table};\n", "utf-8")


if len(sys.argv) != 2:
    sys.exit(__doc__)
main(sys.argv[1])
