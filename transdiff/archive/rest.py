"""The archive on an OpenSearch or Elasticsearch server, over plain HTTP: one index of it.

What both have had for years is enough: ``_bulk``, ``_search``, ``_count``, and a mapping of
keywords and a whole number. There are no transactions: a killed ``add`` has added some of its
stories, and adding the same again adds the rest, as a story's id is a digest of its text.

The stories may be under embargo or licence: an error names the server's status and the kind of its
complaint, never its words, which may quote a story; nor the password in the address.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from http.client import HTTPException
from types import TracebackType
from typing import Any, Self
from urllib.error import HTTPError, URLError
from urllib.parse import unquote, urlsplit
from urllib.request import Request, urlopen

import msgspec
import numpy as np

from transdiff.archive.index import Entry, Known, Question, Stored
from transdiff.errors import ConfigError, InputError, OutputError

VERSION = 1
_SECONDS = 60.0
_AT_ONCE = 1000  # values of one query; servers allow 65,536
_BULK = 500  # stories of one request, some megabytes
_MOST = 10_000  # stories of one answer; what servers allow
_KEYWORD = {"type": "keyword", "norms": False, "index_options": "docs", "doc_values": False}
_MAPPING = {
    "dynamic": False,
    "_meta": {"transdiff": VERSION},
    "properties": {
        "key": {"type": "keyword"},
        "take_of": {"type": "keyword"},
        "day": {"type": "integer"},
        "terms": _KEYWORD,
        "bands": _KEYWORD,
    },
}
_ABOUT = ("terms", "bands", "lang", "publisher", "day")


class Server:
    """An index at ``http[s]://[user:password@]host[:port]/name``."""

    def __init__(self, address: str, *, create: bool = False) -> None:
        """Open the index at *address*. Raises InputError where there is none, and ConfigError."""
        parts = urlsplit(address)
        index = parts.path.strip("/")
        if not parts.hostname or not index or "/" in index:
            raise ConfigError(f"archive {without_login(address)}: expected http://HOST:PORT/INDEX")
        self.name = without_login(address)
        host = parts.netloc.rpartition("@")[2]
        self._address = f"{parts.scheme}://{host}/{index}"
        self._headers = {"Content-Type": "application/json"}
        if parts.username:
            login = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
            self._headers["Authorization"] = f"Basic {base64.b64encode(login.encode()).decode()}"
        self._index = index
        self._prepared(create)

    def __enter__(self) -> Self:
        """Return the open index."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close nothing: every request is a connection of its own."""

    def _prepared(self, create: bool) -> None:
        found = self._ask("GET", "", missing=None)
        if found is None:
            if not create:
                raise InputError(f"{self.name}: no such archive; make one with archive add")
            self._ask("PUT", "", {"mappings": _MAPPING})
            return
        (about,) = found.values()  # an alias has the name of its index here
        if about.get("mappings", {}).get("_meta", {}).get("transdiff") != VERSION:
            raise InputError(f"{self.name}: not an archive of this version")

    def __len__(self) -> int:
        """How many stories there are, takes not counted."""
        return self._count({"term": {"take_of": ""}})

    def _count(self, query: Mapping[str, Any]) -> int:
        return int(self._ask("POST", "/_count", {"query": query})["count"])

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Let later questions see what was written, once it ends."""
        yield
        self._ask("POST", "/_refresh")

    def known(self, keys: Sequence[str]) -> set[str]:
        """Return which of *keys* are those of kept texts."""
        found: set[str] = set()
        for part in _parts(keys):
            query = {"ids": {"values": part}}
            found.update(hit["_id"] for hit in self._search(query, len(part), ()))
        return found

    def near(self, bands: Sequence[int]) -> Iterator[tuple[int, Known]]:
        """Yield every story that has one of *bands*, with the band."""
        for part in _parts([f"{band:x}" for band in bands]):
            for hit in self._search({"terms": {"bands": part}}, _MOST, _ABOUT):
                for band in set(part).intersection(hit["_source"]["bands"]):
                    yield int(band, 16), _known(hit)

    def write(self, entries: Sequence[Entry]) -> None:
        """Keep *entries*, none of which is known."""
        count = self._count({"match_all": {}})
        for start in range(0, len(entries), _BULK):
            lines = []
            for number, entry in enumerate(entries[start : start + _BULK], count + start):
                lines.append({"index": {"_id": entry.known.key}})
                lines.append(_source(entry, number))
            body = "".join(json.dumps(line) + "\n" for line in lines).encode()
            answer = self._ask("POST", "/_bulk", body)
            if answer["errors"]:
                raise OutputError(f"{self.name}: the server refused {_refused(answer)}")

    def frequencies(self, terms: Sequence[int]) -> dict[int, int]:
        """Return how many stories have each of *terms*."""
        found: dict[int, int] = {}
        for part in _parts([f"{term:x}" for term in terms]):
            each = {"filters": {"filters": {term: {"term": {"terms": term}} for term in part}}}
            answer = self._ask("POST", "/_search", {"size": 0, "aggs": {"each": each}})
            buckets = answer["aggregations"]["each"]["buckets"]
            found.update((int(term, 16), bucket["doc_count"]) for term, bucket in buckets.items())
        return found

    def candidates(
        self, questions: Sequence[Question], days: tuple[int, int], most: int
    ) -> list[Known]:
        """Return for each question the *most* stories of *days* whose terms count for most."""
        first, last = days
        found: dict[str, Known] = {}
        for question in filter(None, questions):
            query = {
                "bool": {
                    "filter": [{"range": {"day": {"gte": first, "lte": last}}}],
                    "minimum_should_match": 1,
                    "should": [
                        {"constant_score": {"filter": {"term": {"terms": f"{t:x}"}}, "boost": w}}
                        for t, w in question.items()
                    ],
                }
            }
            for hit in self._search(query, most, _ABOUT, ["_score", {"key": "asc"}]):
                found.setdefault(hit["_id"], _known(hit))
        return list(found.values())

    def latest(self, keys: Sequence[str]) -> dict[str, Stored]:
        """Return the stories called *keys*, each as its latest take has it."""
        listed = list(keys)
        own_or_take = [{"ids": {"values": listed}}, {"terms": {"take_of": listed}}]
        query = {"bool": {"should": own_or_take, "minimum_should_match": 1}}
        fields = ("take_of", "day", "number", "story")
        takes = [(hit["_id"], hit["_source"]) for hit in self._search(query, _MOST, fields)]
        takes.sort(key=lambda take: (take[1]["day"], take[1]["number"]))
        newest = {source["take_of"] or key: source["story"] for key, source in takes}
        return {key: msgspec.convert(newest[key], Stored) for key in keys}

    def _search(
        self,
        query: Mapping[str, Any],
        most: int,
        fields: Sequence[str],
        order: Sequence[Any] = ("_doc",),
    ) -> list[dict[str, Any]]:
        asked = {"query": query, "size": most, "_source": list(fields) or False}
        answer = self._ask("POST", "/_search", {**asked, "sort": list(order)})
        if answer.get("timed_out") or answer["_shards"]["failed"]:
            raise InputError(f"{self.name}: only a part of the index answered")
        hits: list[dict[str, Any]] = answer["hits"]["hits"]
        return hits

    def _ask(self, method: str, path: str, body: Any = None, *, missing: Any = ...) -> Any:
        """The server's answer; *missing* where there is no index, if given."""
        data = body if isinstance(body, bytes | None) else json.dumps(body).encode()
        request = Request(f"{self._address}{path}", data, self._headers, method=method)
        try:
            with urlopen(request, timeout=_SECONDS) as answer:
                return json.load(answer)
        except HTTPError as error:
            kind = _kind(error)
            if error.code == 404 and missing is not ...:
                return missing
            raise InputError(f"{self.name}: the server answers {error.code}{kind}") from None
        except URLError as error:
            raise InputError(f"{self.name}: no server: {error.reason}") from None
        except (OSError, HTTPException, ValueError) as error:
            what = type(error).__name__
            raise InputError(f"{self.name}: the server does not answer properly: {what}") from None


def without_login(address: str) -> str:
    """Return *address* without a user's name and password."""
    parts = urlsplit(address)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()


def _parts(values: Sequence[str]) -> Iterator[list[str]]:
    for start in range(0, len(values), _AT_ONCE):
        yield list(values[start : start + _AT_ONCE])


def _source(entry: Entry, number: int) -> dict[str, Any]:
    known = entry.known
    return {
        "key": known.key,
        "take_of": entry.take_of,
        "day": known.day,
        "number": number,
        "lang": known.lang,
        "publisher": known.publisher,
        # What takes have does not count: they are found by their story.
        "terms": [] if entry.take_of else [f"{term:x}" for term in known.terms.tolist()],
        "bands": [f"{band:x}" for band in entry.bands],
        "story": msgspec.to_builtins(Stored.of(entry.document)),
    }


def _known(hit: Mapping[str, Any]) -> Known:
    source = hit["_source"]
    terms = np.array(sorted(int(term, 16) for term in source["terms"]), dtype=np.uint32)
    return Known(hit["_id"], source["lang"], source["publisher"], source["day"], terms)


def _kind(error: HTTPError) -> str:
    """The kind of a server's complaint, which is a word, not its text."""
    try:
        kind = json.load(error)["error"]["type"]
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    return f", {kind}" if isinstance(kind, str) and kind.isidentifier() else ""


def _refused(answer: Mapping[str, Any]) -> str:
    each = [item["index"] for item in answer["items"]]
    bad = [item for item in each if item["status"] >= 300]
    kinds = sorted({str(item.get("error", {}).get("type", item["status"])) for item in bad})
    return f"{len(bad)} of {len(each)} stories: {', '.join(kinds)}"
