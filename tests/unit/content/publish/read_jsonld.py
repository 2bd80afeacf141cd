#!/usr/bin/env python3
"""Reads exported JSON-LD with a processor that is not ours and has no network: expanding it drops nothing, and
compacting gives the file again. Ends with 1 and says what was lost.

    read_jsonld.py CONGLANG STARTER [BASE-URL]
"""

import json
import pathlib
import subprocess
import sys
import tempfile
from collections import Counter

from pyld import jsonld


def no_network(url, options=None):
    raise RuntimeError(f"asks for {url}")


def properties(value, address, found):
    """How often each property stands in `value`, by its address."""
    if isinstance(value, list):
        for one in value:
            properties(one, address, found)
    if isinstance(value, dict):
        for name, member in value.items():
            if not name.startswith("@"):
                found[address(name)] += 1
            properties(member, address, found)
    return found


def relative_names(value, found):
    """Properties and types that did not become addresses."""
    if isinstance(value, list):
        for one in value:
            relative_names(one, found)
    if isinstance(value, dict):
        for name, member in value.items():
            if not name.startswith("@") and ":" not in name:
                found.add(name)
            if name == "@type":
                kinds = member if isinstance(member, list) else [member]
                found.update(kind for kind in kinds if not kind.startswith("http"))
            relative_names(member, found)


def main():
    conglang, starter, *base = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder, "guides.jsonld")
        options = ["--base-url", base[0]] if base else []
        subprocess.run([conglang, "export", starter, "--format", "jsonld", "--out", out, *options], check=True)
        document = json.loads(out.read_text(encoding="utf-8"))

    jsonld.set_document_loader(no_network)
    expanded = jsonld.expand(document)
    lost = set()
    relative_names(expanded, lost)
    wrong = [f"is no address after expansion: {name}" for name in sorted(lost)]
    prefixes = document["@context"]
    written = properties(document["@graph"], lambda name: prefixes[name.split(":")[0]] + name.split(":")[1], Counter())
    read = properties(expanded, lambda name: name, Counter())
    wrong += [f"lost or gained by expansion: {name}" for name in sorted((written - read) + (read - written))]
    compacted = jsonld.compact(expanded, document["@context"], {"graph": True})
    if jsonld.expand(compacted) != expanded:
        wrong.append("compacting and expanding again gives something else")
    services = [one for one in expanded if one["@type"] == ["http://purl.org/vocab/cpsv#PublicService"]]
    if len(services) < 30:
        wrong.append(f"only {len(services)} services")
    for service in services:
        for needed in ("http://purl.org/dc/terms/identifier", "http://purl.org/dc/terms/title",
                       "http://purl.org/dc/terms/description", "http://data.europa.eu/m8g/hasCompetentAuthority"):
            if needed not in service:
                wrong.append(f"{service['@id']} has no {needed}")
    triples = jsonld.to_rdf(document)["@default"]
    names = {triple["predicate"]["value"] for triple in triples}
    if "http://data.europa.eu/m8g/hasCost" not in names:
        wrong.append("there are no costs among the statements")
    for one in wrong:
        print(one, file=sys.stderr)
    print(f"{len(services)} services, {len(triples)} statements")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
