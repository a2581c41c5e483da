"""Makes the small package with which the tests of recount-nlp read what no large one here has.

In: nothing. Out: crates/recount-nlp/tests/data/tiny.zip, a spaCy package of some 100 kB with static
vectors, a network of its own for each step, a morphologizer, a sentence recogniser that runs, edit
trees, and lemmas from a table; and tiny.json, what spaCy makes of a few sentences with it. Weights
are random: it parses nonsense, and the nonsense must be the same.

    python3 -m venv VENV && VENV/bin/pip install 'spacy==3.8.*'
    VENV/bin/python eval/nlp/tiny.py
"""

import json
import pathlib
import shutil
import tempfile

import numpy
import spacy
from spacy.lookups import Lookups
from spacy.tokens import Doc
from spacy.training import Example

DATA = pathlib.Path(__file__).parents[2] / "crates/recount-nlp/tests/data"

TEXTS = [
    "Two guards were freed on Sunday. The siege ended at noon, police in Zavodsk said.",
    "Les gardes sont libres ; « ils vont bien », dit-on.",
    "",
    "  odd   white\n\nspace ",
]


def tok2vec(vectors):
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": 8,
            "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "LOWER", "ORTH"],
            "rows": [40, 20, 20, 20, 5, 40, 40],
            "include_static_vectors": vectors,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": 8,
            "depth": 2,
            "window_size": 2,
            "maxout_pieces": 2,
        },
    }


def tagger():
    return {"@architectures": "spacy.Tagger.v2", "tok2vec": tok2vec(False)}


def transitions(kind, pieces, upper, extra):
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": kind,
        "extra_state_tokens": extra,
        "hidden_width": 12,
        "maxout_pieces": pieces,
        "use_upper": upper,
        "tok2vec": tok2vec(True),
    }


def example(nlp):
    words = "Two guards were freed on Sunday . Police said so .".split()
    doc = Doc(
        nlp.vocab,
        words=words,
        tags=["A", "B", "C", "D", "E", "F", "G", "B", "D", "H", "G"],
        pos=["NUM", "NOUN", "AUX", "VERB", "ADP", "PROPN", "PUNCT", "NOUN", "VERB", "ADV", "PUNCT"],
        morphs=["", "Number=Plur", "", "Tense=Past", "", "Number=Sing", "", "", "Tense=Past", "", ""],
        lemmas=["two", "guard", "be", "free", "on", "Sunday", ".", "police", "say", "so", "."],
        heads=[1, 3, 3, 3, 3, 4, 3, 8, 8, 8, 8],
        deps=["nummod", "nsubj", "aux", "ROOT", "prep", "pobj", "punct", "nsubj", "ROOT", "advmod", "punct"],
        ents=["O", "O", "O", "O", "O", "B-DATE", "O", "B-ORG", "O", "O", "O"],
        sent_starts=[1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0],
    )
    return Example(Doc(nlp.vocab, words=words), doc)


def shake(model, random):
    """Gives every weight a value, since new output layers are all zero."""
    for node in model.walk():
        for name in node.param_names:
            if node.has_param(name):
                shape = node.get_param(name).shape
                # Quarters take a third of the room that other numbers take when packed.
                weights = numpy.round(random.normal(0, 2, shape)) / 4
                node.set_param(name, weights.astype("f"))


def pipeline():
    random = numpy.random.default_rng(7)
    nlp = spacy.blank("xx")
    rows = ["guards", "siege", "police", "gardes", "libres", "ended"]
    nlp.vocab.reset_vectors(width=10)
    for word in rows:
        nlp.vocab.set_vector(word, random.normal(0, 1, 10).astype("f"))
    # The recogniser of sentences decides before the parser, which must keep to it.
    nlp.add_pipe("senter", config={"model": tagger()})
    nlp.add_pipe("tagger", config={"model": tagger()})
    nlp.add_pipe("morphologizer", config={"model": tagger()})
    nlp.add_pipe("parser", config={"model": transitions("parser", 3, True, True)})
    nlp.add_pipe("trainable_lemmatizer", config={"model": tagger(), "top_k": 3, "min_tree_freq": 1})
    nlp.add_pipe("ner", config={"model": transitions("ner", 1, False, True)})
    lemmas = nlp.add_pipe("lemmatizer", config={"mode": "lookup", "overwrite": False})
    lookups = Lookups()
    lookups.add_table("lemma_lookup", {"gardes": "garde", "libres": "libre"})
    lemmas.initialize(lookups=lookups)
    nlp.get_pipe("senter").cfg["overwrite"] = False
    gold = example(nlp)
    for name, pipe in nlp.pipeline:
        if name != "lemmatizer":
            pipe.initialize(lambda: [gold], nlp=nlp)
    for name, pipe in nlp.pipeline:
        if hasattr(pipe, "model") and hasattr(pipe.model, "walk"):
            shake(pipe.model, random)
    # Without a lean towards "inside", nearly every token would begin a sentence.
    nlp.get_pipe("senter").model.get_ref("softmax").set_param("b", numpy.array([4, 0], dtype="f"))
    return nlp


def told(doc):
    return {
        "text": doc.text,
        "tokens": [
            [t.text, t.whitespace_, bool(t.is_sent_start), t.tag_, t.pos_, str(t.morph), t.lemma_, t.head.i, t.dep_, f"{t.ent_iob_}-{t.ent_type_}"]
            for t in doc
        ],
    }


def main():
    DATA.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        package = pathlib.Path(folder) / "package" / "xx_tiny-1.0.0"
        package.parent.mkdir()
        pipeline().to_disk(package)
        shutil.make_archive(str(DATA / "tiny"), "zip", folder)
        nlp = spacy.load(package)
        docs = [told(nlp(text)) for text in TEXTS]
    (DATA / "tiny.json").write_text(json.dumps(docs, ensure_ascii=False, indent=0) + "\n")


if __name__ == "__main__":
    main()
