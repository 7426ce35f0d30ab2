"""Measures envlens beside yaml-language-server: the same messages, the same files, an equal schema,
one after the other in each round. Prints a table; every figure comes from a run in which both
servers said what they had to say. It asserts no times. docs/benchmarks.md explains the figures.
"""

import argparse
import datetime
import gc
import json
import os
import pathlib
import platform
import shlex
import subprocess
import sys
import tempfile
import time

import samples
from figures import BYTES, OURS, PEER, Measurements, table
from lsp import Broken, Document, Server

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
PEER_PACKAGE = HERE / "node_modules" / PEER

# A typist's pause, so that an edit doesn't run into the end of the work on the one before.
PAUSE = 0.02

# How many files somebody opens who works long in a large project, and how often they type there.
WORKSPACE = 160
WORKSPACE_EDITS = 1000


class Bench:
    """What every run needs: the files, the commands, how much to do, and where figures go."""

    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.measurements = Measurements()
        self.found = {}
        self._settings = {}
        self._commands = {OURS: [*options.envlens, "server"]}
        if options.only != "check":
            self._commands[PEER] = ["node", str(PEER_PACKAGE / "bin" / PEER), "--stdio"]
            self._settings = _peer_settings(_equal_schema(folder))
        self.project = self._tree("workspace", WORKSPACE)
        self.small = self._write("environment-small.yml", samples.SMALL)
        self.large = [
            (f"{size:,} dependencies{', half unpinned' * unpinned}",
             self._write(
                 f"environment-{size}{'-unpinned' * unpinned}.yml",
                 samples.large(size, unpinned)))
            for size, unpinned in options.sizes
        ]

    def _write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def _tree(self, name, count):
        """Writes a tree of so many files, and returns their paths."""
        paths = []
        for path, text in samples.tree(count):
            target = self.folder / name / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
            paths.append(target)
        return paths

    def server(self, name, folder=None):
        return Server(
            name,
            self._commands[name],
            folder or self.folder,
            self._settings,
            self.options.environment,
            self.options.timeout,
        )

    def round(self):
        for run in (self.start, self.session, self.workspace):
            for name in (OURS, PEER):
                run(name)

    def start(self, name):
        with self.server(name) as server:
            self._start(server)
            server.shutdown()

    def session(self, name):
        """One server's working day, from its start to its end."""
        with self.server(name) as server:
            capabilities, document, found = self._start(server)
            self._memory(server, "memory, 30 lines opened")
            options = self.options
            self._edits(server, document, "30 lines", options.warm_up, options.edits)
            self._hovers(server, document)
            if capabilities.get("completionProvider"):
                self._completions(server, document)
            if capabilities.get("codeActionProvider"):
                self._code_actions(server, document, found)
            self._memory(server, "memory, after the edits and hovers")
            server.close(document)
            for title, path in self.large:
                document = Document(path, samples.UNKNOWN_KEY)
                opened = server.open(document)
                when, _ = self._diagnostics(server, document)
                self.measurements.add(f"open, {title}", name, when - opened)
                self._edits(server, document, title, options.large_warm_up, options.large_edits)
                server.close(document)
            self._memory(server, "memory, after all files")
            server.shutdown()

    def workspace(self, name):
        """Many files are opened, and stay open while they are edited by turns. They are all that
        the folder holds which the editor has open.
        """
        with self.server(name, self.folder / "workspace") as server:
            server.initialize()
            documents = [Document(path, samples.UNKNOWN_KEY) for path in self.project]
            for document in documents:
                server.open(document)
                if document.has_key:
                    server.diagnostics(document)
                else:
                    server.said_anything(document)
            self._memory(server, f"memory, {len(documents)} files opened")
            edited = [document for document in documents if document.has_key]
            for index in range(self.options.workspace_edits):
                document = edited[index % len(edited)]
                server.change(document, document.type())
                if index >= self.options.workspace_edits - len(edited):
                    server.diagnostics(document)
            edits = f"{self.options.workspace_edits:,} edits"
            self._memory(server, f"memory, {len(documents)} files and {edits}")
            server.shutdown()

    def _start(self, server):
        """What an editor does that was told to open a file: start the server, open the file."""
        document = Document(self.small, samples.UNKNOWN_KEY)
        capabilities = server.initialize()
        server.open(document)
        when, found = self._diagnostics(server, document)
        self.measurements.add(
            "start to first diagnostics, 30 lines", server.name, when - server.started)
        return capabilities, document, found

    def _edits(self, server, document, title, warm_up, edits):
        for index in range(warm_up + edits):
            time.sleep(PAUSE)
            sent = server.change(document, document.type())
            when, _ = self._diagnostics(server, document)
            if index >= warm_up:
                self.measurements.add(f"edit to diagnostics, {title}", server.name, when - sent)

    def _diagnostics(self, server, document):
        when, found = server.diagnostics(document)
        self.found.setdefault(document.name, {})[server.name] = len(found)
        return when, found

    def _hovers(self, server, document):
        places = [document.position(text, 2) for text in (
            "name:", "image:", "os_type:", "conda_file:", "channels:", "dependencies:", "numpy=",
            "mlflow-skinny=",
        )]
        self._ask(server, document, "textDocument/hover", places, "hover", _says_something)

    def _completions(self, server, document):
        key = document.position(f"\n{samples.UNKNOWN_KEY}", 1)
        places = [
            (key[0], len(document.key)),
            document.position("os_type: linux", 9),
            document.position("numpy=", 6),
        ]
        self._ask(
            server, document, "textDocument/completion", places, "completion", _offers_something)

    def _code_actions(self, server, document, found):
        """What can be done about each diagnostic, as an editor asks when the caret gets there. How
        many answers hold something is told, for neither server knows a fix for each of them.
        """
        answers = 0
        for index in range(self.options.questions):
            diagnostic = found[index % len(found)]
            answer, took = server.request("textDocument/codeAction", {
                "textDocument": {"uri": document.uri},
                "range": diagnostic["range"],
                "context": {"diagnostics": [diagnostic], "triggerKind": 2},
            })
            answers += bool(answer)
            self.measurements.add("code actions", server.name, took, tail=True)
        asked = f"answers with a code action, of {self.options.questions}"
        self.found.setdefault(asked, {})[server.name] = answers

    def _ask(self, server, document, method, places, title, answered):
        answers = 0
        for index in range(self.options.questions):
            answer, took = server.at(method, document, places[index % len(places)])
            answers += answered(answer)
            self.measurements.add(title, server.name, took, tail=True)
        if not answers:
            raise Broken(f"{server.name}: not one of {index + 1} answers to {method} said a thing.")

    def _memory(self, server, title):
        resident = server.resident()
        if resident:
            self.measurements.add(title, server.name, resident, unit=BYTES)

    def check(self, tree):
        """The whole process, as someone waits for it in a terminal. Returns the seconds."""
        command = [*self.options.envlens, "check", str(tree)]
        started = time.perf_counter()
        self._run(command, subprocess.DEVNULL)
        took = time.perf_counter() - started
        self.measurements.add(f"check {_shown(tree)}", OURS, took)
        return took

    def prepare_growth(self):
        """Makes trees of more and more files to check."""
        for size in self.options.trees:
            self._tree(f"{size} files", size)
            self.prepare_check(self.folder / f"{size} files")

    def growth(self):
        """What a file more costs, the start of the process left out."""
        before = None
        for size in self.options.trees:
            took = self.check(self.folder / f"{size} files")
            if before:
                files, seconds = before
                self.measurements.add(
                    f"check, each file from {files:,} to {size:,}",
                    OURS,
                    (took - seconds) / (size - files))
            before = size, took

    def prepare_check(self, tree):
        """Makes sure that there is something to check, and says what."""
        command = [*self.options.envlens, "check", "--format", "json", str(tree)]
        output = self._run(command, subprocess.PIPE)
        try:
            report = json.loads(output)
            counts = {key: report[key] for key in ("files", "environments")}
            counts["findings"] = len(report["findings"])
        except (ValueError, KeyError, TypeError) as error:
            raise Broken(f"{shlex.join(command)} printed no report in JSON.") from error
        if not counts["files"]:
            raise Broken(f"{tree} holds no file to check. Name another folder with --tree.")
        self.found[f"check {_shown(tree)}"] = counts

    def _run(self, command, output):
        try:
            done = subprocess.run(
                command,
                env=self.options.environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.PIPE,
                timeout=self.options.timeout,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise Broken(
                f"{shlex.join(command)} didn't end within {self.options.timeout:g} s.") from error
        except OSError as error:
            raise Broken(f"{command[0]} can't be started: {error.strerror}.") from error
        if done.returncode not in (0, 1):
            words = done.stderr.decode(errors="replace").strip()
            raise Broken(f"{shlex.join(command)} ended with status {done.returncode}. {words}")
        return done.stdout


def _says_something(hover):
    return bool(hover and hover.get("contents"))


def _offers_something(completion):
    items = completion.get("items") if isinstance(completion, dict) else completion
    return bool(items)


def _equal_schema(folder):
    """Our schemas, for the other server. Without their `$id`, since it would look for the one
    that is referred to under that address, in the network, instead of beside the first.
    """
    target = folder / "schemas"
    target.mkdir()
    for name in ("environment.schema.json", "conda.schema.json"):
        schema = json.loads((ROOT / "schemas" / name).read_text(encoding="utf-8"))
        del schema["$id"]
        (target / name).write_text(json.dumps(schema), encoding="utf-8")
    return target


def _peer_settings(schemas):
    return {
        "yaml": {
            "validate": True,
            "hover": True,
            "completion": True,
            "schemaStore": {"enable": False},
            "kubernetesCRDStore": {"enable": False},
            "schemas": {
                (schemas / "environment.schema.json").as_uri(): ["environment-*.yml"],
                (schemas / "conda.schema.json").as_uri(): ["conda-*.yml"],
            },
        },
        "http": {},
        "editor": {"tabSize": 2, "insertSpaces": True},
    }


def _shown(tree):
    """The folder as a table can show it: below this project, else its name."""
    tree = tree.resolve()
    return str(tree.relative_to(ROOT)) if tree.is_relative_to(ROOT) else tree.name


def _machine(options, version):
    """What the figures depend on."""
    return {
        "system": platform.platform(),
        "processor": _processor(),
        "cores": os.cpu_count(),
        "load before": round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None,
        OURS: version,
        "java": _java(options.environment),
        PEER: _peer_version() if options.only != "check" else None,
        "node": _first_line(["node", "--version"], options.environment),
        "python": platform.python_version(),
    }


def _processor():
    try:
        for line in pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()


def _java(environment):
    """The Java that ./envlens finds, by its own rules."""
    script = 'root=$1; . "$root/scripts/launch.sh" && find_java java && echo "$java_version"'
    return _first_line(["bash", "-c", script, "compare", str(ROOT)], environment)


def _peer_version():
    return json.loads((PEER_PACKAGE / "package.json").read_text(encoding="utf-8"))["version"]


def _first_line(command, environment):
    try:
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return (done.stdout.strip().splitlines() or [None])[0]


# The command line


def _options():
    parser = argparse.ArgumentParser(
        prog="benchmarks/compare",
        description="Measures envlens beside yaml-language-server. See docs/benchmarks.md.",
    )
    parser.add_argument("--rounds", type=_positive, help="how often everything is done (6)")
    parser.add_argument(
        "--quick", action="store_true", help="one short round: does it work? Not for figures")
    parser.add_argument(
        "--only", choices=("servers", "check"), help="leave the other kind of measurement out")
    parser.add_argument(
        "--tree", type=pathlib.Path, action="append", default=[], metavar="DIR",
        help="a folder to check, besides docs/examples; may be given again")
    parser.add_argument(
        "--server-java", type=pathlib.Path, metavar="DIR", help="the JDK that envlens runs on")
    parser.add_argument(
        "--envlens", type=shlex.split, default=[str(ROOT / "envlens")], metavar="COMMAND",
        help="another envlens to measure than this project's")
    parser.add_argument(
        "--timeout", type=float, default=60, metavar="SECONDS",
        help="how long any single answer may take (60)")
    parser.add_argument("--json", type=pathlib.Path, metavar="FILE", help="write every sample there")
    options = parser.parse_args()
    for tree in options.tree:
        if not tree.is_dir():
            parser.error(f"--tree: {tree} isn't a folder")
    if options.json and not options.json.absolute().parent.is_dir():
        parser.error(f"--json: there is no folder for {options.json}")
    options.environment = dict(os.environ)
    if options.server_java:
        if not (options.server_java / "bin" / "java").exists():
            parser.error(f"--server-java: there is no bin/java in {options.server_java}")
        options.environment["ENVLENS_JAVA_HOME"] = str(options.server_java.resolve())
    quick = options.quick
    options.rounds = options.rounds or (1 if quick else 6)
    options.warm_up, options.edits = (3, 5) if quick else (20, 30)
    options.large_warm_up, options.large_edits = (1, 3) if quick else (5, 10)
    options.workspace_edits = 2 * WORKSPACE if quick else WORKSPACE_EDITS
    options.trees = [10, 100] if quick else [100, 1_000, 10_000]
    options.questions = 20 if quick else 104
    options.sizes = [(1_000, False), (10_000, False), (10_000, True)]
    return options


def _positive(text):
    if not text.isdecimal() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"'{text}' isn't a whole number above zero")
    return int(text)


def _build(options):
    """Lets envlens build itself when it must, which `envlens server` never does. Returns its
    version.
    """
    command = [*options.envlens, "--version"]
    try:
        done = subprocess.run(
            command, env=options.environment, stdout=subprocess.PIPE, text=True, check=False)
    except OSError as error:
        raise Broken(f"{command[0]} can't be started: {error.strerror}.") from error
    if done.returncode:
        raise Broken(f"{shlex.join(command)} ended with status {done.returncode}.")
    return done.stdout.strip().removeprefix("envlens ")


def _measure(options, folder):
    bench = Bench(options, folder)
    trees = [] if options.only == "servers" else [ROOT / "docs" / "examples", *options.tree]
    for tree in trees:
        bench.prepare_check(tree)
    if options.only != "servers":
        bench.prepare_growth()
    gc.disable()  # a pause of ours would be taken for one of theirs
    for number in range(1, options.rounds + 1):
        _say(f"round {number} of {options.rounds}…")
        if options.only != "check":
            bench.round()
        for tree in trees:
            bench.check(tree)
        if options.only != "servers":
            bench.growth()
        gc.collect()
    return bench


def _report(bench, machine):
    summary = bench.measurements.summary()
    print(table(summary))
    print()
    for subject, counts in bench.found.items():
        print(f"{subject}: " + ", ".join(f"{name} {count}" for name, count in counts.items()))
    print(", ".join(f"{name} {value}" for name, value in machine.items() if value))
    options = bench.options
    if options.json:
        report = {
            "date": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"),
            "machine": machine,
            "rounds": options.rounds,
            "quick": options.quick,
            "found": bench.found,
            "measurements": summary,
        }
        options.json.write_text(
            json.dumps(report, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _say(words):
    print(f"compare: {words}", file=sys.stderr, flush=True)


def main():
    options = _options()
    try:
        version = _build(options)
    except Broken as fault:
        _say(str(fault))
        return 2
    machine = _machine(options, version)
    if (machine["load before"] or 0) > machine["cores"] / 4:
        _say(f"this machine is busy (load {machine['load before']}): the figures will be, too.")
    with tempfile.TemporaryDirectory(prefix="envlens-compare-") as folder:
        try:
            bench = _measure(options, pathlib.Path(folder).resolve())
            _report(bench, machine)
        except Broken as fault:
            _say(f"no figures, for a run is broken. {fault}")
            return 1
        except KeyboardInterrupt:
            _say("stopped; no figures.")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
