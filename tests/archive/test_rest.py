"""The archive on a server: what is sent, what is refused, and what is never said."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.archive.server import Indices, serving
from transdiff.archive.adding import add
from transdiff.archive.rest import Server
from transdiff.errors import ConfigError, InputError, OutputError
from transdiff.model import Document

SECRET = "Twelve ferries stopped at a port whose name is under embargo."


@pytest.fixture
def server() -> Iterator[Indices]:
    with serving() as running:
        yield running


def story(text: str = SECRET) -> Document:
    return Document("s", text, "en", publisher="wire", published="2024-03-15")


def test_a_login_is_sent_and_never_shown(server: Indices) -> None:
    name = server.address("wires", "reader:p%40ss@")
    opened = Server(name, create=True)
    assert server.requests[0] == ("GET", "/wires", "Basic cmVhZGVyOnBAc3M=")
    assert opened.name == server.address("wires")
    server.refusal = (401, {"error": {"type": "security_exception", "reason": "reader"}})
    with pytest.raises(InputError) as caught:
        Server(name)
    assert str(caught.value).endswith("wires: the server answers 401, security_exception")
    assert "reader" not in str(caught.value)


@pytest.mark.parametrize(
    ("status", "answer", "said"),
    [
        (
            400,
            {"error": {"type": "mapper_exception", "reason": SECRET}},
            "answers 400, mapper_",
        ),
        (503, SECRET.encode(), "answers 503"),
        (429, {"error": SECRET}, "answers 429"),
        (200, SECRET.encode(), "does not answer properly"),
    ],
)
def test_what_a_server_says_of_a_story_is_not_repeated(
    server: Indices, status: int, answer: object, said: str
) -> None:
    opened = Server(server.address("wires"), create=True)
    server.refusal = (status, answer)
    with pytest.raises(InputError) as caught:
        add(opened, [story()])
    assert said in str(caught.value)
    assert "ferries" not in str(caught.value)


def test_a_story_that_the_server_refuses_is_an_error(server: Indices) -> None:
    opened = Server(server.address("wires"), create=True)
    server.refused = {"status": 403, "error": {"type": "cluster_block_exception", "reason": SECRET}}
    with pytest.raises(OutputError, match="1 of 1 stories: cluster_block_exception"):
        add(opened, [story()])


def test_half_an_answer_is_none(server: Indices) -> None:
    opened = Server(server.address("wires"), create=True)
    server.refusal = (200, {"_shards": {"failed": 1}, "hits": {"hits": []}})
    with pytest.raises(InputError, match="only a part"):
        opened.known(["00"])


def test_another_index_is_not_taken_for_an_archive(server: Indices) -> None:
    server.indices["other"] = ({"properties": {}}, {})
    with pytest.raises(InputError, match="not an archive of this version"):
        Server(server.address("other"), create=True)


@pytest.mark.parametrize("address", ["http://127.0.0.1:9", "http:///wires", "http://h/a/b"])
def test_an_address_names_a_host_and_an_index(address: str) -> None:
    with pytest.raises(ConfigError, match="expected http://HOST:PORT/INDEX"):
        Server(address)


def test_a_server_that_is_not_there_is_one_line() -> None:
    with pytest.raises(InputError, match="no server: "):
        Server("http://user:word@127.0.0.1:9/wires")
