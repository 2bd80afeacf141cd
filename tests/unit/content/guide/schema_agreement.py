#!/usr/bin/python3
"""Holds the published JSON Schemas against the content and against the program's own reader.

An independent validator (python3-jsonschema) must accept the starter content and what `conglang build` makes
of it. Then one guide is broken in every place and way that a generator can think of: whatever the schema
refuses, the program must refuse too, and what only the program refuses must be a rule that a schema cannot say.

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
    r"costs|processingTimes)\"|chưa ghi lệ phí|không có mẫu địa chỉ|địa chỉ|không có bài|sớm hơn|tên tệp"
)


WRONG_VALUES = (None, -1, 1.5, " ", "2026-02-30", [{}], {"en": "x"})


class Schemas:
    def __init__(self, folder):
        self.validators = {}
        for name in ("guide", "links", "topics", "synonyms", "place"):
            schema = json.loads((folder / f"{name}.schema.json").read_text(encoding="utf-8"))
            jsonschema.Draft202012Validator.check_schema(schema)
            self.validators[name] = jsonschema.Draft202012Validator(
                schema, format_checker=jsonschema.FormatChecker()
            )

    def errors(self, name, value):
        return [f"{e.json_path}: {e.message}" for e in self.validators[name].iter_errors(value)]


def schema_of(path):
    if path.parent.name == "guides":
        return "guide"
    if path.parent.name == "place":
        return "place"
    return {"links.json": "links", "topics.json": "topics", "synonyms.json": "synonyms"}.get(path.name)


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
    """Guides that differ from `guide` in one place."""
    for at in places(guide):
        if not at or at == ("id",):
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
    """The program's problems by file name."""
    by_file = {}
    for line in output.splitlines():
        match = re.match(r"(?:.*/)?([^/]+\.json):\d+: (.*)", line)
        if match:
            by_file.setdefault(match.group(1), []).append(match.group(2))
    return by_file


def check_agreement(schemas, conglang, starter, folder):
    guide = first_of_each(json.loads((starter / "national/guides/khai-sinh.json").read_text(encoding="utf-8")))
    told = {"answer": {"vi": "x"}, "provenance": {"confidence": "verified", "source": "x"}}
    guide["cases"].append({"id": "khac", "label": {"vi": "Khác"}, "costs": [told], "processingTimes": [told]})
    written = {}
    national = folder / "national"
    (national / "guides").mkdir(parents=True)
    for name in ("links.json", "topics.json"):
        (national / name).write_bytes((starter / "national" / name).read_bytes())
    for number, (what, changed) in enumerate([("unbroken", guide), *mutations(guide)]):
        name = f"m-{number}"
        changed["id"] = name
        written[f"{name}.json"] = (what, schemas.errors("guide", changed))
        (national / "guides" / f"{name}.json").write_text(json.dumps(changed), encoding="utf-8")
    refused = refusals(build(conglang, folder, folder / "../out").stderr)

    problems = 0
    for name, (what, errors) in written.items():
        told = refused.get(name, [])
        only_ours = [line for line in told if not BEYOND_THE_SCHEMA.search(line)]
        if errors and not told:
            problems += 1
            print(f"the schema refuses, the program does not: {what}: {errors}")
        if only_ours and not errors:
            problems += 1
            print(f"the program refuses, the schema does not: {what}: {only_ours}")
    if "m-0.json" in refused:
        problems += 1
        print(f"the program refuses the unbroken guide: {refused['m-0.json']}")
    by_schema = sum(1 for _, errors in written.values() if errors)
    print(f"of {len(written)} guides the schema refuses {by_schema}, the program {len(refused)}")
    return len(written), problems


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
            "broken guides": check_agreement(schemas, conglang, starter, pathlib.Path(temporary) / "in"),
        }
    for what, (checked, problems) in results.items():
        print(f"{what}: {checked} checked, {problems} problems")
    return 0 if all(checked > 0 and problems == 0 for checked, problems in results.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
