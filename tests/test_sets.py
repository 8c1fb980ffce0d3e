"""Article sets: what ``set.toml`` may say, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from transdiff.errors import ConfigError, TransdiffError
from transdiff.sets import is_set, load_set, relative


def write(folder: Path, text: str) -> Path:
    (folder / "set.toml").write_text(text, encoding="utf-8")
    (folder / "a.txt").write_text("The bridge is closed.\n", encoding="utf-8")
    (folder / "b.txt").write_text("Мост закрыт.\n", encoding="utf-8")
    return folder


def test_a_set_says_what_is_known_about_its_texts(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        'article = "a.txt"\nlang = "en"\npublished = 2024-03-14\n[references]\n'
        'tass = { path = "b.txt", lang = "ru", published = "2024-03-13" }\n',
    )
    article, references = load_set(folder).read(tmp_path)
    assert (article.id, article.lang, article.published) == ("a.txt", "en", "2024-03-14")
    assert (references["tass"].lang, references["tass"].published) == ("ru", "2024-03-13")


def test_a_folder_or_its_file_is_a_set(tmp_path: Path) -> None:
    assert not is_set(tmp_path)
    write(tmp_path, 'article = "a.txt"\n[references]\ntass = "b.txt"\n')
    assert is_set(tmp_path) and is_set(tmp_path / "set.toml")
    assert not is_set(tmp_path / "a.txt")
    assert load_set(tmp_path) == load_set(tmp_path / "set.toml")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('article = "a.txt"\n', "no [references]"),
        ('[references]\ntass = "b.txt"\n', "article has no path"),
        ('article = "a.txt"\n[references]\ntass = { lang = "ru" }\n', "reference tass has no path"),
        ('artcle = "a.txt"\n[references]\ntass = "b.txt"\n', 'did you mean "article"?'),
        ('article = "a.txt"\n[references]\ntass = { pth = "b.txt" }\n', "tass"),
        ('article = "a.txt"\npublished = "soon"\n[references]\ntass = "b.txt"\n', "soon"),
        ('article = "a.txt"\nlang = "not a tag"\n[references]\ntass = "b.txt"\n', "not a tag"),
        ("article = \n", "not valid TOML"),
    ],
)
def test_what_is_wrong_is_refused_with_the_file_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load_set(write(tmp_path, text))
    assert said in str(caught.value) and "set.toml" in str(caught.value)


def test_a_text_that_is_missing_is_named(tmp_path: Path) -> None:
    folder = write(tmp_path, 'article = "a.txt"\n[references]\ntass = "gone.txt"\n')
    with pytest.raises(TransdiffError, match=r"gone\.txt"):
        load_set(folder).read()


def test_a_path_is_told_as_counted_from_a_folder_and_never_absolute(tmp_path: Path) -> None:
    assert relative(tmp_path / "articles" / "a.txt", tmp_path) == "articles/a.txt"
    assert relative(Path("/elsewhere/a.txt"), tmp_path / "deep" / "er") == "a.txt"
    assert relative(Path("../refs/a.txt"), Path()) == "../refs/a.txt"
