#!/usr/bin/env python3
"""The definition hash of envlens (docs/hash.md), implemented a second time.

    envlens_hash.py FILE...           YAML: environment files, or jobs with environments in them
    envlens_hash.py --parts FILE...   JSON: the parts of one definition, or a list of them

prints `HASH  FILE` for each environment; for one inside a file, `HASH  FILE#/place/in/it`.
What cannot be hashed is named on standard error, and the exit status is 1.

Only Python's standard library is used, so YAML is read by a small reader of its own. It knows
block mappings and lists, lists and mappings in brackets on one line, texts plain or quoted on one
line, block texts (`|`, `>`) and comments. It refuses everything else (anchors, tags, several
documents, texts over several lines) instead of guessing. Ignore files may hold plain names, names
with `*`, and `name/`; any other pattern is refused as well.
"""
import argparse
import hashlib
import json
import os
import re
import stat
import sys
from pathlib import Path

FORM = 1


class Refused(Exception):
    """Something that this script cannot hash, in words for a person."""


# ---- From parts to a hash -------------------------------------------------------------------


def canonical(value):
    """RFC 8785 for what occurs here: texts, booleans, whole numbers below 2^53, lists, objects."""
    return json.dumps(in_order(value), ensure_ascii=False, separators=(",", ":"))


def in_order(value):
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return {name: in_order(value[name]) for name in names}
    return [in_order(item) for item in value] if isinstance(value, list) else value


def digest(value):
    return hashlib.sha256(canonical(value).encode("utf-8")).hexdigest()


def well_formed(value):
    """Half a surrogate pair becomes U+FFFD, in every text."""
    if isinstance(value, str):
        return re.sub("[\ud800-\udfff]", "\ufffd", value)
    if isinstance(value, list):
        return [well_formed(item) for item in value]
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be", "surrogatepass"))
        return {well_formed(name): well_formed(value[name]) for name in names}
    return value


def definition_hash(parts):
    parts = well_formed(parts)
    form = {"form": FORM}
    if "image" in parts:
        form["image"] = parts["image"]
    if "docker" in parts:
        form["docker"] = docker_form(parts["docker"])
    if "conda" in parts:
        form["conda"] = conda_form(parts["conda"])
    spark = parts.get("spark", {})
    if spark.get("repositories") or spark.get("packages"):
        form["spark"] = {
            "repositories": spark.get("repositories", []),
            "packages": spark.get("packages", []),
            "precache": spark.get("precache", True),
        }
    system = parts.get("os", "linux").lower()
    if system != "linux":
        form["os"] = system
    return digest(form)


def docker_form(docker):
    if "url" in docker:
        form = {"url": docker["url"]}
        if docker.get("dockerfile_path", "Dockerfile") != "Dockerfile":
            form["dockerfile_path"] = docker["dockerfile_path"]
        return form
    form = {"dockerfile": docker["dockerfile"].replace("\r\n", "\n")}
    if docker.get("files"):
        form["context"] = digest(sorted(docker["files"], key=file_order))
    return form


def file_order(entry):
    return entry["path"].encode("utf-8"), canonical(entry).encode("utf-8")


def conda_form(conda):
    form = {"channels": conda.get("channels", []), "dependencies": conda.get("dependencies", [])}
    if conda.get("variables"):
        form["variables"] = conda["variables"]
    return form


# ---- From files to parts --------------------------------------------------------------------


def is_environment(value):
    return isinstance(value, dict) and bool({"image", "build", "conda_file"} & value.keys())


def environments(value, pointer=""):
    """Each environment in a document, with where it stands as a JSON pointer."""
    if pointer == "" and is_environment(value):
        yield pointer, value
    elif isinstance(value, dict):
        for name, item in value.items():
            below = pointer + "/" + name.replace("~", "~0").replace("/", "~1")
            if name == "environment" and is_environment(item):
                yield below, item
            else:
                yield from environments(item, below)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from environments(item, f"{pointer}/{number}")


def parts_of(environment, folder):
    given = without_nulls(environment)
    if ("image" in given) == ("build" in given):
        raise Refused("there must be either an image or a build context")
    parts = {"os": text(given.get("os_type", "linux"), "os_type")}
    if "image" in given:
        parts["image"] = text(given["image"], "image")
    if "build" in given:
        parts["docker"] = docker_of(expect(dict, given["build"], "build"), folder)
    if "conda_file" in given:
        conda = given["conda_file"]
        if not isinstance(conda, dict):
            conda = read_yaml(folder / text(conda, "conda_file"))
        parts["conda"] = conda_of(expect(dict, conda, "the conda definition"))
    return parts


def without_nulls(mapping):
    """What is there. The reader tells no `null` from a quoted one; a quoted one is no use either."""
    return {name: v for name, v in mapping.items() if v not in ("", "~", "null", "Null", "NULL")}


def expect(kind, value, what):
    if not isinstance(value, kind):
        names = {str: "text", dict: "mapping", list: "list"}
        raise Refused(f"{what} is not a {names[kind]}")
    return value


PLACEHOLDER = re.compile(
    r"\{\{.*\}\}|\$\{[^}].*\}|\$[A-Za-z_]|<[A-Za-z][A-Za-z0-9 _.-]*>", re.DOTALL
)


def text(value, what):
    if PLACEHOLDER.search(expect(str, value, what)):
        raise Refused(f"{what} holds a placeholder")
    return value


def texts(values, what):
    if "" in expect(list, values, what):
        raise Refused(f"{what} has an empty item")
    return [text(value, f"an item of {what}") for value in values]


def conda_of(conda):
    given = without_nulls(conda)
    dependencies = []
    for entry in expect(list, given.get("dependencies", []), "dependencies"):
        if isinstance(entry, dict) and list(entry) == ["pip"]:
            dependencies.append({"pip": texts(without_nulls(entry).get("pip", []), "pip")})
        else:
            dependencies.extend(texts([entry], "dependencies"))
    variables = expect(dict, given.get("variables", {}), "variables")
    return {
        "channels": texts(given.get("channels", []), "channels"),
        "dependencies": dependencies,
        "variables": {name: text(value, name) for name, value in variables.items()},
    }


def docker_of(build, folder):
    given = without_nulls(build)
    path = text(given.get("path"), "build.path")
    dockerfile = text(given.get("dockerfile_path", "Dockerfile"), "build.dockerfile_path")
    if "://" in path or path.startswith("git@"):
        return {"url": path, "dockerfile_path": dockerfile}
    context = folder / path
    name = os.path.normpath(dockerfile).replace(os.sep, "/")
    files = [entry for entry in context_files(context) if entry["path"] != name]
    return {"dockerfile": read_text(context / name), "files": files}


def context_files(root):
    upload = root / ".amlignore" if (root / ".amlignore").exists() else root / ".gitignore"
    ignored = patterns(upload, anywhere=True) + patterns(root / ".dockerignore", anywhere=False)
    found = []

    def walk(folder, above):
        for entry in os.scandir(folder):
            path = above + entry.name
            is_folder = entry.is_dir(follow_symlinks=False)
            if any(pattern(path, is_folder) for pattern in ignored):
                continue
            if is_folder:
                walk(entry.path, path + "/")
            else:
                found.append(file_entry(root, Path(entry.path), path))

    walk(root, "")
    return found


def file_entry(root, file, path):
    if file.is_symlink():
        target = os.readlink(file)
        top = os.path.realpath(root)
        if os.path.commonpath([top, os.path.realpath(file)]) != top:
            raise Refused(f"the link '{path}' leaves the context")
        return {"path": path, "link": target}
    status = file.stat()
    if not stat.S_ISREG(status.st_mode):
        raise Refused(f"'{path}' is neither a file nor a link")
    return {
        "path": path,
        "executable": bool(status.st_mode & stat.S_IXUSR),
        "size": status.st_size,
        "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
    }


def patterns(file, anywhere):
    """The tests `(path, is_folder)` of an ignore file. Git's patterns match at any depth,
    Docker's from the context's root only; Docker takes `name/` for a file, too."""
    if not file.exists():
        return []
    tests = []
    for line in read_text(file).splitlines():
        line = line.strip()
        if line == "" or line.startswith("#"):
            continue
        if not re.fullmatch(r"[^!?\[\]\\/ ]+/?", line) or "**" in line:
            raise Refused(f"{file.name}: the pattern '{line}' is more than this script knows")
        name = re.compile(re.escape(line.rstrip("/")).replace(r"\*", "[^/]*"))
        folders_only = anywhere and line.endswith("/")

        def test(path, is_folder, name=name, folders_only=folders_only):
            text = path.rsplit("/", 1)[-1] if anywhere else path
            return name.fullmatch(text) is not None and (is_folder or not folders_only)

        tests.append(test)
    return tests


# ---- From YAML to texts, lists and mappings -------------------------------------------------


def read_text(file):
    with open(file, encoding="utf-8", newline="") as stream:
        return stream.read()


def read_yaml(file):
    try:
        return Reader(read_text(file)).document()
    except Refused as refused:
        raise Refused(f"{file}: {refused}") from refused


ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
    "e": "\x1b", " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0",
    "L": "\u2028", "P": "\u2029",
}
DOUBLE_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
SINGLE_QUOTED = re.compile(r"'((?:[^']|'')*)'")
ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))")
SIGNS = r"[\s,\[\]{}#&*!|>'\"%@`]"
PLAIN = re.compile(rf"(?!{SIGNS}|[-?:](?:\s|$))(?:(?!:(?:\s|$)|\s#).)+")
PLAIN_IN_BRACKETS = re.compile(
    rf"(?!{SIGNS}|[-?:][\s,\[\]{{}}])(?:(?!:[\s,\[\]{{}}]|\s#)[^,\[\]{{}}])+"
)


class Reader:
    """Reads one document; every scalar is a text, as written."""

    def __init__(self, text):
        self.lines = re.split(r"\r\n|\n|\r", text.removeprefix("\ufeff"))
        self.at = 0

    def refuse(self, why):
        raise Refused(f"line {min(self.at, len(self.lines) - 1) + 1}: {why}")

    def next_indent(self):
        """The indentation of the next line that says something; -1 at the end."""
        while self.at < len(self.lines):
            line = self.lines[self.at]
            said = line.lstrip(" ")
            if said.startswith("\t"):
                self.refuse("a tab indents")
            if said and not said.startswith("#"):
                return len(line) - len(said)
            self.at += 1
        return -1

    def document(self):
        if self.next_indent() == 0 and re.fullmatch(r"---\s*(#.*)?", self.lines[self.at]):
            self.at += 1
        value = self.block(self.next_indent())
        if self.next_indent() != -1:
            self.refuse("this does not belong to what stands above it")
        return value

    def block(self, indent):
        if indent < 0:
            return ""
        line = self.lines[self.at][indent:]
        if indent == 0 and re.match(r"---(\s|$)|\.\.\.(\s|$)|%", line):
            self.refuse("several documents, or a directive")
        if re.match(r"-(\s|$)", line):
            return self.sequence(indent)
        if self.key(line):
            return self.mapping(indent)
        return self.inline(line, indent)

    def sequence(self, indent):
        items = []
        while self.next_indent() == indent and re.match(r"-(\s|$)", self.lines[self.at][indent:]):
            rest = self.lines[self.at][indent + 1 :]
            if rest.strip() == "" or rest.lstrip().startswith("#"):
                self.at += 1
                below = self.next_indent()
                items.append(self.block(below) if below > indent else "")
            elif re.match(r"\s+[|>]", rest):
                items.append(self.block_text(rest.strip(), indent))
            else:
                # What follows the dash is a block of its own, indented by it.
                self.lines[self.at] = " " * (indent + 1) + rest
                items.append(self.block(self.next_indent()))
        return items

    def mapping(self, indent):
        values = {}
        while self.next_indent() == indent:
            line = self.lines[self.at][indent:]
            match = self.key(line) or self.refuse("`key: value` is expected here")
            name, rest = match
            if name in values:
                self.refuse(f"the key '{name}' is there twice")
            values[name] = self.value(rest, indent)
        return values

    def key(self, line):
        """The key that `line` starts with, and the rest of it; None when it starts with none."""
        match = DOUBLE_QUOTED.match(line) or SINGLE_QUOTED.match(line) or PLAIN.match(line)
        if match and re.match(r"\s*:(\s|$)", line[match.end() :]):
            rest = line[match.end() :].lstrip()[1:]
            return self.flow(match.group().rstrip(), 0)[0], rest
        return None

    def value(self, rest, indent):
        said = rest.strip()
        if said.startswith(("|", ">")):
            return self.block_text(said, indent)
        if said and not said.startswith("#"):
            return self.inline(said, indent)
        self.at += 1
        below = self.next_indent()
        if below > indent or (below == indent and re.match(r"-(\s|$)", self.lines[self.at][indent:])):
            return self.block(below)
        return ""

    def inline(self, line, indent):
        value, end = self.flow(line, 0, PLAIN)
        if not re.fullmatch(r"\s*|\s+#.*", line[end:]):
            self.refuse(f"'{line}' is more than this script can read")
        self.at += 1
        if self.next_indent() > indent:
            self.refuse("this does not belong to what stands above it")
        return value

    def flow(self, line, at, plain=PLAIN):
        """The value that starts at `at` of `line`, and where it ends."""
        if line.startswith("[", at):
            return self.brackets(line, at, "]", [], lambda items, item, _: items.append(item))
        if line.startswith("{", at):
            return self.brackets(line, at, "}", {}, lambda pairs, key, value: pairs.update({key: value}))
        if match := SINGLE_QUOTED.match(line, at):
            return match[1].replace("''", "'"), match.end()
        if match := DOUBLE_QUOTED.match(line, at):
            return ESCAPE.sub(self.unescape, match[1]), match.end()
        if match := plain.match(line, at):
            return match.group().rstrip(), match.end()
        self.refuse(f"'{line[at:]}' is more than this script can read")

    def brackets(self, line, at, closing, values, add):
        at = self.skip(line, at + 1)
        while not line.startswith(closing, at):
            item, at = self.flow(line, at, PLAIN_IN_BRACKETS)
            at, value = self.skip(line, at), None
            if closing == "}":
                if not line.startswith(":", at):
                    self.refuse("`key: value` is expected in the braces")
                value, at = self.flow(line, self.skip(line, at + 1), PLAIN_IN_BRACKETS)
                at = self.skip(line, at)
            add(values, item, value)
            if line.startswith(",", at):
                at = self.skip(line, at + 1)
            elif not line.startswith(closing, at):
                self.refuse(f"a comma or '{closing}' is expected on this line")
        return values, at + 1

    @staticmethod
    def skip(line, at):
        while at < len(line) and line[at] in " \t":
            at += 1
        return at

    def unescape(self, match):
        number = match[1] or match[2] or match[3]
        if number:
            return chr(int(number, 16))
        return ESCAPES.get(match[4]) or self.refuse(f"'\\{match[4]}' is no escape of YAML")

    def block_text(self, header, indent):
        match = re.fullmatch(r"([|>])([-+]?)(\s+#.*)?", header)
        if not match:
            self.refuse(f"'{header}' is more than this script can read")
        self.at += 1
        lines = []
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if line.strip(" ") and len(line) - len(line.lstrip(" ")) <= indent:
                break
            lines.append(line)
            self.at += 1
        said = [line for line in lines if line.strip(" ")]
        left = len(said[0]) - len(said[0].lstrip(" ")) if said else 0
        if any(line[:left].strip(" ") for line in said):
            self.refuse("the lines of a block text are not indented alike")
        text = "\n".join(line[left:] for line in lines)
        body = text.rstrip("\n")
        if match[1] == ">":
            if re.search(r"^[ \t]", body, re.MULTILINE):
                self.refuse("a folded text with lines that are indented further")
            body = re.sub(r"(?<!\n)\n(?!\n)", " ", body)
            body = re.sub(r"\n(\n+)", r"\1", body)
        if match[2] == "+":
            self.refuse("a block text that keeps its trailing line breaks")
        return body + ("" if match[2] == "-" or not body else "\n")


# ---- The command line -----------------------------------------------------------------------


def hashes(file, as_parts):
    """Each hash in a file, with where its definition stands."""
    if as_parts:
        value = json.loads(read_text(file))
        found = [("", value)] if isinstance(value, dict) else [(f"/{n}", v) for n, v in enumerate(value)]
        return [(pointer, definition_hash(parts)) for pointer, parts in found]
    found = list(environments(read_yaml(file)))
    if not found:
        raise Refused(f"{file}: no environment in it")
    return [(pointer, definition_hash(parts_of(env, Path(file).parent))) for pointer, env in found]


def main():
    arguments = argparse.ArgumentParser(description="Print the envlens hash of environments.")
    arguments.add_argument("--parts", action="store_true", help="the files are JSON: definitions' parts")
    arguments.add_argument("files", nargs="+", metavar="FILE")
    options = arguments.parse_args()
    sys.stdout.reconfigure(encoding="utf-8")
    failed = False
    for file in options.files:
        try:
            for pointer, value in hashes(file, options.parts):
                print(f"{value}  {file}{'#' + pointer if pointer else ''}")
        except (Refused, OSError, UnicodeError, json.JSONDecodeError) as problem:
            print(f"{file}: {problem}", file=sys.stderr)
            failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
