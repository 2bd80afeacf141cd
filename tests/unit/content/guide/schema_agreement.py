#!/usr/bin/python3
"""Holds the published JSON Schemas against the content and against the program's own reader.

An independent validator (python3-jsonschema) must accept the starter content and what `conglang build` makes
of it. Then one file of each kind is broken in every place and way that a generator can think of: whatever the
schema refuses, the program must refuse too, and what only the program refuses must be a rule that a schema
cannot say.

Usage: schema_agreement.py CONGLANG SOURCE_DIR
"""

import copy
import json
import pathlib
import re
import subprocess
import sys
import tempfile

SKIPPED = 77

try:
    import jsonschema
except ImportError:
    print("skipped: install the package python3-jsonschema")
    sys.exit(SKIPPED)

# What the reader and the build check beyond the schema, by words of their messages.
BEYOND_THE_SCHEMA = re.compile(
    r"không có cách nộp|đã dùng cho mục khác|không có chủ đề|thiếu \"(lifeEvents|legalResources|channels|links|"
    r"costs|processingTimes)\"|chưa ghi lệ phí|không có mẫu địa chỉ|địa chỉ|không có bài|sớm hơn|tên tệp|"
    r"có hai lần|cần là các số từ|không có trong danh mục|ảnh|thuộc tỉnh"
)


WRONG_VALUES = (None, -1, 1.5, " ", "2026-02-30", [{}], {"en": "x"})


class Schemas:
    def __init__(self, folder):
        self.validators = {}
        for path in sorted(folder.glob("*.schema.json")):
            name = path.name.removesuffix(".schema.json")
            schema = json.loads(path.read_text(encoding="utf-8"))
            jsonschema.Draft202012Validator.check_schema(schema)
            self.validators[name] = jsonschema.Draft202012Validator(
                schema, format_checker=jsonschema.FormatChecker()
            )

    def errors(self, name, value):
        return [f"{e.json_path}: {e.message}" for e in self.validators[name].iter_errors(value)]


FOLDERS = {
    "guides": "guide",
    "place": "place",
    "notices": "notice",
    "heritage": "heritage",
    "products": "product",
    "settings": "kiosks",
}
NATIONAL_FILES = ("links", "topics", "synonyms", "catalogue", "sectors", "province")


def schema_of(path):
    """The schema of a file of a bundle; none for patches and for a province's links, which hold a part."""
    if path.parent.name in FOLDERS:
        return FOLDERS[path.parent.name]
    if path.parent.name == "emergency":
        return "emergency"
    if path.name == "links.json" and path.parent.name != "national":
        return None
    return path.stem if path.stem in NATIONAL_FILES else None


def check_folder(schemas, folder):
    """Prints what the schemas refuse below `folder`; returns (files checked, problems)."""
    checked = problems = 0
    for path in sorted(folder.rglob("*.json")):
        name = schema_of(path)
        if name is None:
            continue
        checked += 1
        for error in schemas.errors(name, json.loads(path.read_text(encoding="utf-8"))):
            problems += 1
            print(f"{path}: {error}")
    return checked, problems


def places(value, at=()):
    """Every position in a JSON value, as a tuple of steps."""
    yield at
    if isinstance(value, dict):
        for key in value:
            yield from places(value[key], at + (key,))
    elif isinstance(value, list):
        for index in range(len(value)):
            yield from places(value[index], at + (index,))


def parent_of(value, at):
    for step in at[:-1]:
        value = value[step]
    return value


def mutations(guide):
    """Values that differ from `guide` in one place. What the path must repeat is left alone."""
    for at in places(guide):
        if not at or at in (("id",), ("code",)):
            continue
        changed = copy.deepcopy(guide)
        del parent_of(changed, at)[at[-1]]
        yield f"without {at}", changed
        for wrong in WRONG_VALUES:
            changed = copy.deepcopy(guide)
            parent_of(changed, at)[at[-1]] = wrong
            yield f"{wrong!r} at {at}", changed
        here = parent_of(guide, at)[at[-1]]
        if isinstance(here, dict):
            changed = copy.deepcopy(guide)
            parent_of(changed, at)[at[-1]]["unknown"] = "x"
            yield f"unknown field in {at}", changed


def first_of_each(guide):
    """The guide with one item in each list: the places to break differ by kind, not by number."""
    if isinstance(guide, list):
        return [first_of_each(guide[0])] if guide else []
    if isinstance(guide, dict):
        return {key: first_of_each(value) for key, value in guide.items()}
    return guide


def build(conglang, folder, out):
    return subprocess.run(
        [conglang, "build", str(folder), "--out", str(out)], capture_output=True, text=True, check=False
    )


def refusals(output):
    """The program's problems by path."""
    by_file = {}
    for line in output.splitlines():
        match = re.match(r"([^:]+\.json):\d+: (.*)", line)
        if match:
            by_file.setdefault(match.group(1), []).append(match.group(2))
    return by_file


def put(folder, path, value):
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(value), encoding="utf-8")


def prepare(starter, folder):
    """A bundle without content, for files to be put into."""
    for name in ("links.json", "topics.json"):
        topics = json.loads((starter / "national" / name).read_text(encoding="utf-8"))
        topics.pop("mostAsked", None)
        put(folder, f"national/{name}", topics)


def compare(written, refused):
    """`written`: what and the schema's errors by path. Prints where the two readers differ."""
    problems = 0
    for path, (what, errors) in written.items():
        told = refused.get(path, [])
        # Other rules look across files, or at what the words say.
        by_reader = [line for line in told if line.endswith("[schema]")]
        only_ours = [line for line in by_reader if not BEYOND_THE_SCHEMA.search(line)]
        if errors and not told:
            problems += 1
            print(f"{path}: the schema refuses, the program does not: {what}: {errors}")
        if only_ours and not errors:
            problems += 1
            print(f"{path}: the program refuses, the schema does not: {what}: {only_ours}")
        if what == "unbroken" and (by_reader or errors):
            problems += 1
            print(f"{path}: the unbroken file is refused: {by_reader} {errors}")
    return len(written), problems


def check_many(schemas, conglang, starter, folder, kind, unbroken, name_it):
    """All variants of a kind that has many files, in one build. `name_it(value, number)`: its path."""
    prepare(starter, folder)
    written = {}
    for number, (what, changed) in enumerate([("unbroken", unbroken), *mutations(unbroken)]):
        path = name_it(changed, number)
        written[path] = (what, schemas.errors(kind, changed))
        put(folder, path, changed)
    return compare(written, refusals(build(conglang, folder, folder / "../out").stderr))


def check_single(schemas, conglang, starter, folder, kind, unbroken, path):
    """All variants of a kind that has one file, a build each."""
    prepare(starter, folder)
    checked = problems = 0
    for what, changed in [("unbroken", unbroken), *mutations(unbroken)]:
        put(folder, path, changed)
        told = refusals(build(conglang, folder, folder / "../out").stderr)
        found = compare({path: (what, schemas.errors(kind, changed))}, {path: told.get(path, [])})
        checked += found[0]
        problems += found[1]
    return checked, problems


def broken_guide(starter):
    guide = first_of_each(json.loads((starter / "national/guides/khai-sinh.json").read_text(encoding="utf-8")))
    told = {"answer": {"vi": "x"}, "provenance": {"confidence": "verified", "source": "x"}}
    guide["cases"].append({"id": "khac", "label": {"vi": "Khác"}, "costs": [told], "processingTimes": [told]})
    return guide


CATALOGUE = {
    "source": "x",
    "capturedOn": "2026-07-18",
    "fields": ["x"],
    "agencies": [{"name": "x", "communeLevel": True}],
    "entries": [["1.001193", "x", [0], [0]]],
}


KIOSKS = {
    "all": {
        "hours": "06:00-21:00",
        "brightness": 90,
        "nightBrightness": 40,
        "language": "vi",
        "loudness": 3,
        "syncWindow": "22:00-05:00",
    },
    "places": {"thuong-thap": {"rotation": 90}},
}


def in_folder(folder):
    def name_it(value, number):
        value["id"] = f"m-{number}"
        return f"{folder}/m-{number}.json"

    return name_it


def as_settings(_, number):
    return f"communes/{10000 + number}/settings/kiosks.json"


def as_province(value, number):
    value["code"] = f"{number}"
    return f"provinces/{number}/province.json"


def check_agreement(schemas, conglang, source, folder):
    starter = source / "content/starter"
    samples = source / "tests/fuzz/corpus/local"
    many = {"guide": (broken_guide(starter), in_folder("national/guides"))}
    for name, kind in (("notice", "notice"), ("heritage", "heritage"), ("product", "product"), ("house", "place")):
        value = first_of_each(json.loads((samples / f"{name}.json").read_text(encoding="utf-8")))
        below = next(key for key, found in FOLDERS.items() if found == kind)
        many[kind] = (value, in_folder(f"communes/09784/{below}"))
    province = first_of_each(json.loads((samples / "province.json").read_text(encoding="utf-8")))
    many["province"] = (province, as_province)
    many["kiosks"] = (KIOSKS, as_settings)
    results = {}
    for kind, (value, name_it) in many.items():
        results[f"broken: {kind}"] = check_many(schemas, conglang, starter, folder / kind, kind, value, name_it)
    sectors = first_of_each(json.loads((samples / "sectors.json").read_text(encoding="utf-8")))
    order = json.loads((samples / "emergency.json").read_text(encoding="utf-8"))
    for kind, value, path in (
        ("catalogue", CATALOGUE, "national/catalogue.json"),
        ("sectors", sectors, "national/sectors.json"),
        ("emergency", order, "emergency/screen.json"),
    ):
        results[f"broken: {kind}"] = check_single(schemas, conglang, starter, folder / kind, kind, value, path)
    return results


def main():
    conglang, source = sys.argv[1], pathlib.Path(sys.argv[2])
    schemas = Schemas(source / "content/guide")
    starter = source / "content/starter"
    with tempfile.TemporaryDirectory() as temporary:
        out = pathlib.Path(temporary) / "bundle-out"
        built = build(conglang, starter, out)
        if built.returncode != 0:
            print(built.stderr)
            return 1
        results = {
            "starter files": check_folder(schemas, starter),
            "built files": check_folder(schemas, out / "bundle"),
            **check_agreement(schemas, conglang, source, pathlib.Path(temporary)),
        }
    for what, (checked, problems) in results.items():
        print(f"{what}: {checked} checked, {problems} problems")
    return 0 if all(checked > 0 and problems == 0 for checked, problems in results.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
