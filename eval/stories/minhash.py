"""Counts which near-duplicate pairs a MinHash index finds, by class: the peer of `eval/copies.md`.

In: the folder of the data sets. Out: a table in Markdown, time and memory. Run with an environment
that has `datasketch` from PyPI: python3 eval/stories/minhash.py ../shared/data
"""
import gzip, json, re, resource, sys, time
from collections import defaultdict
from datasketch import MinHash, MinHashLSH

data = sys.argv[1] if len(sys.argv) > 1 else "../shared/data"
rows = lambda path: [json.loads(line) for line in gzip.open(f"{data}/stories/{path}", "rt")]
texts = {row["id"]: row["text"] for name in ("gva/train", "gva/dev", "outlets/dev") for row in rows(f"{name}.articles.jsonl.gz")}


def signature(text):
    words = re.findall(r"\w+", text.lower())
    found = MinHash(num_perm=128)
    found.update_batch([" ".join(words[at : at + 3]).encode() for at in range(len(words) - 2)])
    return found


def pair_class(pair):
    event = "one event" if pair["event_a"] == pair["event_b"] else "two events"
    host = "one host" if pair["host_a"] == pair["host_b"] else "two hosts"
    most = max(pair["contain_a_in_b"], pair["contain_b_in_a"])
    return f"{event}, {host}", "0.15–0.3" if most < 0.3 else "0.3–0.6" if most < 0.6 else "0.6–1"


pairs = [it for it in rows("near_duplicates/dev.pairs.jsonl.gz") if it["id_a"] in texts and it["id_b"] in texts]
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
found = {}
for threshold in (0.5, 0.8):
    start = time.process_time()
    index, signatures = MinHashLSH(threshold=threshold, num_perm=128), {}
    for name, text in texts.items():
        signatures[name] = signature(text)
        index.insert(name, signatures[name])
    near = {name: set(index.query(it)) for name, it in signatures.items()}
    seconds = time.process_time() - start
    print(f"MinHash at {threshold}: {len(texts)} articles, {len(texts) / seconds:.0f} articles/s of CPU time")
    classes = defaultdict(lambda: [0, 0])
    for pair in pairs:
        held = classes[pair_class(pair)]
        held[0] += 1
        held[1] += pair["id_b"] in near[pair["id_a"]]
    found[threshold] = classes
print(f"memory above the texts: {(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024:.0f} MB for both\n")
print("| pair | five-word containment | pairs | MinHash at .5 | MinHash at .8 |\n|---|---|---|---|---|")
for key in sorted(found[0.5]):
    total, half = found[0.5][key]
    print(f"| {key[0]} | {key[1]} | {total} | {half / total:.2f} | {found[0.8][key][1] / total:.2f} |")
