"""A language server as a child process, and a client that speaks with it over its standard input
and output: both servers get the same messages from it.
"""

import collections
import json
import os
import re
import subprocess
import tempfile
import threading
import time


class Broken(Exception):
    """A run that gives no figure: what went wrong, with the server's last words."""


class Server:
    """Started at once. Times are those of `time.perf_counter`, in seconds."""

    def __init__(self, name, command, folder, settings, environment, patience):
        self.name = name
        self._folder = folder
        self._settings = settings
        self._patience = patience
        self._changed = threading.Condition()
        self._writing = threading.Lock()
        self._answers = {}
        self._published = []
        self._over = False
        self._said = collections.deque(maxlen=5)
        self._next_id = 0
        self._errors = tempfile.TemporaryFile()
        self.started = time.perf_counter()
        try:
            self._process = subprocess.Popen(
                command,
                cwd=folder,
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._errors,
            )
        except OSError as error:
            raise Broken(f"{name} can't be started with {command[0]}: {error.strerror}.") from error
        threading.Thread(target=self._read, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self._process.kill()
        self._process.wait()

    # What a client does

    def initialize(self):
        """Returns the server's capabilities."""
        answer, _ = self.request("initialize", {
            "processId": os.getpid(),
            "clientInfo": {"name": "envlens-compare"},
            "rootUri": self._folder.as_uri(),
            "workspaceFolders": self._folders(),
            "capabilities": _CAPABILITIES,
        })
        self.notify("initialized", {})
        return answer["capabilities"]

    def open(self, document):
        """Returns when it was sent."""
        return self.notify("textDocument/didOpen", {"textDocument": {
            "uri": document.uri,
            "languageId": "yaml",
            "version": document.version,
            "text": document.text,
        }})

    def change(self, document, change):
        """Returns when it was sent."""
        return self.notify("textDocument/didChange", {
            "textDocument": {"uri": document.uri, "version": document.version},
            "contentChanges": [change],
        })

    def close(self, document):
        self.notify("textDocument/didClose", {"textDocument": {"uri": document.uri}})

    def at(self, method, document, position):
        """Returns the answer to a question about a place, and the seconds it took."""
        return self.request(method, {
            "textDocument": {"uri": document.uri},
            "position": {"line": position[0], "character": position[1]},
        })

    def diagnostics(self, document):
        """Waits for the diagnostics of the document's newest version. Returns when they came, and
        how many. Those of a server that doesn't name versions are told by the unknown key, which
        every edit changes; a server that does must name both.
        """
        named = re.compile(rf"(?<!\w){re.escape(document.key)}(?!\w)")

        def fits(diagnostics):
            return (
                diagnostics["uri"] == document.uri
                and diagnostics.get("version") in (None, document.version)
                and any(named.search(found["message"]) for found in diagnostics["diagnostics"])
            )

        looked_at = 0

        def arrived():
            nonlocal looked_at
            while looked_at < len(self._published):
                when, diagnostics = self._published[looked_at]
                looked_at += 1
                if fits(diagnostics):
                    return when, diagnostics["diagnostics"]
            return None

        with self._changed:
            found = self._wait(arrived)
            if not found:
                self._fail(
                    f"no diagnostics that name '{document.key}' came for version "
                    f"{document.version} of {document.name}. {self._last_diagnostics()}"
                )
            self._published.clear()
        return found

    def said_anything(self, document):
        """Waits for any diagnostics of the document, be they none."""
        with self._changed:
            if not self._wait(lambda: any(d["uri"] == document.uri for _, d in self._published)):
                self._fail(f"no diagnostics came for {document.name}")

    def shutdown(self):
        self.request("shutdown", None)
        self.notify("exit", None)
        try:
            status = self._process.wait(self._patience)
        except subprocess.TimeoutExpired:
            self._fail("it didn't end when it was told to")
        if status:
            self._fail(f"it ended with status {status}")

    def resident(self):
        """The resident memory of the process and of those it started, in bytes; None where the
        system doesn't tell.
        """
        if not os.path.isdir("/proc/self"):
            return None
        children = collections.defaultdict(list)
        sizes = {}
        for name in os.listdir("/proc"):
            if name.isdigit():
                parent, sizes[int(name)] = _status(name)
                children[parent].append(int(name))
        total, waiting = 0, [self._process.pid]
        while waiting:
            process = waiting.pop()
            total += sizes.get(process, 0)
            waiting += children[process]
        return total

    # Messages

    def request(self, method, params):
        """Returns the result, and the seconds it took to come."""
        self._next_id += 1
        number = self._next_id
        sent = self._send({"id": number, "method": method, "params": params})
        with self._changed:
            found = self._wait(lambda: self._answers.pop(number, None))
            if not found:
                self._fail(f"no answer to {method}")
        when, message = found
        if "error" in message:
            self._fail(f"{method} was answered with: {message['error'].get('message')}")
        return message.get("result"), when - sent

    def notify(self, method, params):
        """Returns when it was sent."""
        return self._send({"method": method, "params": params})

    def _send(self, message):
        if "params" in message and message["params"] is None:
            del message["params"]
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        text = b"Content-Length: %d\r\n\r\n%s" % (len(body), body)
        with self._writing:
            sent = time.perf_counter()
            try:
                self._process.stdin.write(text)
                self._process.stdin.flush()
            except OSError:
                pass  # it has ended, which the reader notices and the next wait tells
        return sent

    def _wait(self, found):
        """What `found` returns once that is something; None when it never is."""
        end = time.perf_counter() + self._patience
        while True:
            result = found()
            left = end - time.perf_counter()
            if result or self._over or left <= 0:
                return result
            self._changed.wait(left)

    def _read(self):
        stream = self._process.stdout
        try:
            while True:
                length = None
                while (line := stream.readline()) != b"\r\n":
                    if not line:
                        return
                    name, _, value = line.partition(b":")
                    if name.lower() == b"content-length":
                        length = int(value)
                body = stream.read(length)
                when = time.perf_counter()
                self._take(when, json.loads(body))
        except (OSError, TypeError, ValueError) as error:
            self._said.append(f"what it wrote isn't the protocol: {error}")
        finally:
            with self._changed:
                self._over = True
                self._changed.notify_all()

    def _take(self, when, message):
        method = message.get("method")
        if method and "id" in message:
            self._send({"id": message["id"], **self._answer(method, message.get("params"))})
        elif method == "textDocument/publishDiagnostics":
            with self._changed:
                self._published.append((when, message["params"]))
                self._changed.notify_all()
        elif method in ("window/logMessage", "window/showMessage"):
            self._said.append(message["params"]["message"])
        elif not method:
            with self._changed:
                self._answers[message["id"]] = when, message
                self._changed.notify_all()

    def _answer(self, method, params):
        """What an editor answers when the server asks."""
        if method == "workspace/configuration":
            sections = [item.get("section") for item in params["items"]]
            return {"result": [self._settings.get(section) for section in sections]}
        if method == "workspace/workspaceFolders":
            return {"result": self._folders()}
        if method == "workspace/applyEdit":
            return {"result": {"applied": False}}
        if method in _ANSWERED_WITH_NOTHING or method.endswith("/refresh"):
            return {"result": None}
        return {"error": {"code": -32601, "message": f"{method} isn't known here"}}

    def _folders(self):
        return [{"uri": self._folder.as_uri(), "name": self._folder.name}]

    # Faults

    def _last_diagnostics(self):
        if not self._published:
            return "None at all came."
        _, last = self._published[-1]
        messages = [found["message"] for found in last["diagnostics"]]
        return (
            f"The last of {len(self._published)} that came: version {last.get('version')} of "
            f"{last['uri']}, {len(messages)} found, {messages[:3]}."
        )

    def _fail(self, what):
        why = [f"{self.name}: {what.rstrip('.')}."]
        if self._process.poll() is not None:
            why.append(f"It has ended with status {self._process.returncode}.")
        else:
            why.append(f"Waited up to {self._patience:g} s.")
        self._errors.seek(0)
        errors = self._errors.read().decode(errors="replace").splitlines()[-8:]
        said = [line for line in (*self._said, *errors) if line.strip()]
        if said:
            why.append("Its last words:\n  " + "\n  ".join(said))
        raise Broken(" ".join(why))


class Document:
    """A file as it stands in the editor. One key, unknown to the schema, is typed on and on; a file
    that doesn't have it is only looked at.
    """

    def __init__(self, path, key):
        self.uri = path.as_uri()
        self.name = path.name
        self.text = path.read_text(encoding="utf-8")
        self.version = 1
        self.key = key
        self._shortest = len(key)
        self._typing = True
        self.has_key = f"\n{key}:" in self.text
        self._line, _ = self.position(f"\n{key}:", skip=1) if self.has_key else (0, 0)

    def position(self, text, skip=0):
        """Line and character, from 0, of the place `skip` characters into the first `text`."""
        offset = self.text.index(text) + skip
        return self.text.count("\n", 0, offset), offset - self.text.rfind("\n", 0, offset) - 1

    def type(self):
        """Types one character at the end of the unknown key; after 24, takes them off one by one.
        So no version's key is that of the version before, and none gets too long for a message.
        """
        longest = self._shortest + 24
        if len(self.key) in (self._shortest, longest):
            self._typing = len(self.key) == self._shortest
        end = len(self.key)
        start = end if self._typing else end - 1
        typed = "abcdefghijklmnopqrstuvwxyz"[end - self._shortest] if self._typing else ""
        self.key = self.key[:start] + typed
        self.version += 1
        return {
            "range": {
                "start": {"line": self._line, "character": start},
                "end": {"line": self._line, "character": end},
            },
            "rangeLength": end - start,
            "text": typed,
        }


def _status(process):
    """Parent and resident bytes of a process, zeros when it has ended meanwhile."""
    parent = size = 0
    try:
        with open(f"/proc/{process}/status", encoding="utf-8", errors="replace") as status:
            for line in status:
                if line.startswith("PPid:"):
                    parent = int(line.split()[1])
                elif line.startswith("VmRSS:"):
                    size = int(line.split()[1]) * 1024
    except OSError:
        pass
    return parent, size


_ANSWERED_WITH_NOTHING = {
    "client/registerCapability",
    "client/unregisterCapability",
    "window/showMessageRequest",
    "window/workDoneProgress/create",
}

# An editor that is pushed diagnostics: the other server knows no other way.
_CAPABILITIES = {
    "general": {"positionEncodings": ["utf-16"]},
    "workspace": {
        "configuration": True,
        "workspaceFolders": True,
        "didChangeConfiguration": {"dynamicRegistration": True},
        "didChangeWatchedFiles": {"dynamicRegistration": True},
    },
    "textDocument": {
        "synchronization": {"didSave": True},
        "publishDiagnostics": {"versionSupport": True, "relatedInformation": True},
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "completion": {"completionItem": {"snippetSupport": True}},
        "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": [
            "quickfix", "refactor", "source"]}}},
    },
    "window": {"workDoneProgress": True},
}
