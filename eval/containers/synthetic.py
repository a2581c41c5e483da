"""Writes an archive of made-up pages and pictures, to measure memory and speed on.

Usage: synthetic.py FILE PAGES PICTURES
A page has some 40 kB of HTML, most of it menus and scripts, as those of newspapers have; a picture has
100 kB of noise. FILE.gz is written as gzip members, a record a member. The same numbers give the same bytes.
"""

import gzip
import random
import sys

WORDS = "the mill fire harbour bridge mayor said workers were killed injured on in of a Varnok Ostreva Lunda police rescue Monday".split()
NOISE = random.Random(1).randbytes(100_000)


def sentence(chance):
    words = " ".join(chance.choice(WORDS) for _ in range(chance.randrange(8, 25)))
    return words[0].upper() + words[1:] + "."


def page(number):
    chance = random.Random(number)
    menu = "".join(f'<li><a href="/{it}">{sentence(chance)[:30]}</a>' for it in range(60))
    body = "".join(f"<p>{' '.join(sentence(chance) for _ in range(3))}</p>" for _ in range(12))
    script = "var state = " + repr([chance.randrange(10**9) for _ in range(2500)])
    return (
        f"<!doctype html><html lang=en><head><title>Report {number}</title><script>{script}</script></head>"
        f"<body><nav><ul>{menu}</ul></nav><article><h1>Report {number} from Varnok</h1>{body}</article></body></html>"
    ).encode()


def record(url, kind, body):
    block = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def main(name, pages, pictures):
    pack = (lambda it: gzip.compress(it, 1, mtime=0)) if name.endswith(".gz") else (lambda it: it)
    each = max(pictures // max(pages, 1), 1)
    shown = 0
    with open(name, "wb") as out:
        for number in range(pages):
            out.write(pack(record(f"https://herald.example/{number}", "text/html", page(number))))
            for _ in range(min(each, pictures - shown)):
                shown += 1
                out.write(pack(record(f"https://herald.example/{shown}.jpg", "image/jpeg", NOISE)))


main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
