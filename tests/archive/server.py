"""As much of OpenSearch and Elasticsearch as the archive asks for, on a port of this machine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any


class Indices(ThreadingHTTPServer):
    """A server of indices that are kept in memory."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.indices: dict[str, tuple[dict[str, Any], dict[str, dict[str, Any]]]] = {}
        self.requests: list[tuple[str, str, str]] = []
        """Method, path and authorization of every request."""
        self.refusal: tuple[int, object] | None = None
        """What is answered to every request instead."""
        self.refused: dict[str, Any] | None = None
        """What is answered to every story that is sent."""

    def address(self, index: str, login: str = "") -> str:
        """The address of an index of this server."""
        return f"http://{login}127.0.0.1:{self.server_port}/{index}"


@contextmanager
def serving() -> Iterator[Indices]:
    """A server that runs in a thread."""
    with Indices() as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server
        server.shutdown()


class _Handler(BaseHTTPRequestHandler):
    server: Indices
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *arguments: object) -> None:
        pass

    def do_GET(self) -> None:
        self._answer()

    def do_PUT(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        login = self.headers.get("Authorization", "")
        self.server.requests.append((self.command, self.path, login))
        status, value = self.server.refusal or self._found(body)
        data = value if isinstance(value, bytes) else json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _found(self, body: bytes) -> tuple[int, object]:
        _, name, *rest = self.path.partition("?")[0].split("/")
        if self.command == "PUT":
            self.server.indices[name] = (json.loads(body)["mappings"], {})
            return 200, {"acknowledged": True}
        if name not in self.server.indices:
            return 404, {"error": {"type": "index_not_found_exception"}}
        mappings, stories = self.server.indices[name]
        match (self.command, *rest):
            case ("GET",):
                return 200, {name: {"mappings": mappings}}
            case ("POST", "_refresh"):
                return 200, {}
            case ("POST", "_count"):
                query = json.loads(body)["query"]
                return 200, {"count": sum(_score(query, *s) is not None for s in stories.items())}
            case ("POST", "_bulk"):
                return 200, self._kept(body, stories)
            case ("POST", "_search"):
                return 200, _searched(json.loads(body), stories)
        return 400, {"error": {"type": "illegal_argument_exception"}}

    def _kept(self, body: bytes, stories: dict[str, dict[str, Any]]) -> object:
        assert body.endswith(b"\n")
        lines = [json.loads(line) for line in body.splitlines()]
        items = []
        for action, story in zip(lines[::2], lines[1::2], strict=True):
            if self.server.refused is None:
                stories[action["index"]["_id"]] = story
            items.append({"index": self.server.refused or {"status": 201}})
        return {"errors": self.server.refused is not None, "items": items}


def _searched(asked: dict[str, Any], stories: dict[str, dict[str, Any]]) -> object:
    if "aggs" in asked:
        filters = asked["aggs"]["each"]["filters"]["filters"]
        buckets = {
            name: {"doc_count": sum(_score(query, *s) is not None for s in stories.items())}
            for name, query in filters.items()
        }
        return {"_shards": {"failed": 0}, "aggregations": {"each": {"buckets": buckets}}}
    scores = {id: _score(asked["query"], id, source) for id, source in stories.items()}
    found = [(score, id) for id, score in scores.items() if score is not None]
    if asked["sort"][0] == "_score":
        assert asked["sort"][1] == {"key": "asc"}
        found.sort(key=lambda hit: (-hit[0], stories[hit[1]]["key"]))
    fields = asked["_source"] or ()
    hits = [
        {"_id": id, "_source": {field: stories[id][field] for field in fields}}
        for _, id in found[: asked["size"]]
    ]
    return {"timed_out": False, "_shards": {"failed": 0}, "hits": {"hits": hits}}


def _score(query: dict[str, Any], id: str, source: dict[str, Any]) -> float | None:
    """What a story scores, None where it does not match; an unknown query is an error."""
    ((kind, given),) = query.items()
    match kind:
        case "match_all":
            return 1.0
        case "ids":
            return 1.0 if id in given["values"] else None
        case "term" | "terms":
            ((field, wanted),) = given.items()
            own = source[field] if isinstance(source[field], list) else [source[field]]
            wanted = wanted if kind == "terms" else [wanted]
            return 1.0 if set(own) & set(wanted) else None
        case "range":
            ((field, bounds),) = given.items()
            return 1.0 if bounds["gte"] <= source[field] <= bounds["lte"] else None
        case "constant_score":
            return None if _score(given["filter"], id, source) is None else given["boost"]
        case "bool":
            if any(_score(one, id, source) is None for one in given.get("filter", ())):
                return None
            each = [_score(one, id, source) for one in given["should"]]
            scores = [score for score in each if score is not None]
            return sum(scores) if len(scores) >= given["minimum_should_match"] else None
    raise AssertionError(f"no server was asked for {kind} before")
