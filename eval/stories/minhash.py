"""Finds near-duplicate pairs with a MinHash index: the peer of `eval/copies.md`.

In: the folder of the data sets and a threshold. Out, as JSON: the mined pairs of `stories/near_duplicates` that the
index finds among all articles, seconds of CPU time and megabytes above the texts. Needs `datasketch` from PyPI;
`cargo xtask eval copies --peer PYTHON` runs it.
"""
import gc, gzip, json, os, re, sys, time
from datasketch import MinHash, MinHashLSH

data, threshold = sys.argv[1], float(sys.argv[2])
rows = lambda path: [json.loads(line) for line in gzip.open(f"{data}/stories/{path}", "rt")]
sets = ("gva/train", "gva/dev", "outlets/dev")
texts = {row["id"]: row["text"] for name in sets for row in rows(f"{name}.articles.jsonl.gz")}
pairs = [(it["id_a"], it["id_b"]) for it in rows("near_duplicates/dev.pairs.jsonl.gz")]


def signature(text):
    words = re.findall(r"\w+", text.lower())
    found = MinHash(num_perm=128)
    found.update_batch([" ".join(words[at : at + 3]).encode() for at in range(len(words) - 2)])
    return found


def resident():
    gc.collect()
    return int(open("/proc/self/statm").read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


before = resident()
start = time.process_time()
index, near = MinHashLSH(threshold=threshold, num_perm=128), {}
for name, text in texts.items():
    found = signature(text)
    near[name] = set(index.query(found))
    index.insert(name, found)
seconds = time.process_time() - start
megabytes = (resident() - before) / 1e6
found = [it for it in pairs if it[0] in near.get(it[1], ()) or it[1] in near.get(it[0], ())]
print(json.dumps({"articles": len(texts), "seconds": seconds, "megabytes": megabytes, "pairs": found}))
