"""Reads the exports of a record with the programs of others, and holds what they read against the record.

In: a folder with record.json and its exports. Out: a line for each file; exit code 1 at the first that is wrong.
"""

import csv
import json
import re
import sys
from pathlib import Path

import duckdb
import pandas
from stix2validator import ValidationOptions, validate_file

FOLDER = Path(sys.argv[1])
RECORD = json.loads((FOLDER / "record.json").read_text())
MAIN = [it["id"] + "-E0" for it in RECORD["incidents"]]
EVENTS = [it["id"] + "-" + event["id"] for it in RECORD["incidents"] for event in it["events"]]


def counts(slot):
    """The printed figure of the best value of each event, for all people."""
    found = {}
    for incident in RECORD["incidents"]:
        for finding in incident["findings"]:
            if finding["slot"] == slot and finding["who"] == "total":
                found[incident["id"] + "-" + finding["event"]] = finding["best"]["n"]
    return found


def same_figures(ids, figures, what):
    told = dict(zip(ids, figures))
    for event, figure in counts("killed_count").items():
        if event in told:
            read = None if pandas.isna(told[event]) else int(told[event])
            assert read == figure, f"{what}: {event} has {read} killed, the record {figure}"


def table(name, key, killed=None):
    frame = pandas.read_csv(FOLDER / name)
    with open(FOLDER / name, newline="") as file:
        rows = list(csv.reader(file))
    assert list(frame.columns) == rows[0], f"{name}: pandas reads other columns"
    assert len(frame) == len(rows) - 1, f"{name}: pandas reads {len(frame)} of {len(rows) - 1} rows"
    assert set(frame[key]) <= set(EVENTS), f"{name}: ids that the record does not have"
    if killed:
        same_figures(frame[key], frame[killed], name)
    print(f"{name}: pandas reads {len(frame)} rows, {len(frame.columns)} columns")


def lines(name):
    frame = pandas.read_json(FOLDER / name, lines=True)
    rows = (FOLDER / name).read_text().splitlines()
    assert len(frame) == len(rows), f"{name}: pandas reads {len(frame)} of {len(rows)} lines"
    print(f"{name}: pandas reads {len(frame)} lines")


def stix(name):
    result = validate_file(str(FOLDER / name), ValidationOptions(version="2.1"))
    assert result.is_valid, f"{name}: {result.errors}"
    warnings = [str(it) for one in result.object_results for it in one.warnings]
    sorts = sorted({code for it in warnings for code in re.findall(r"{(\d+)}", it)})
    print(f"{name}: valid STIX 2.1, with {len(warnings)} warnings of the sorts {', '.join(sorts)}")


def parquet(name):
    events = duckdb.read_parquet(str(FOLDER / name)).df()
    table = pandas.read_csv(FOLDER / "events.csv")
    assert list(events.columns) == list(table.columns), f"{name}: other columns than events.csv"
    assert list(events["id"]) == EVENTS, f"{name}: other events than the record"
    same_figures(events["id"], events["killed_count"], name)
    print(f"{name}: DuckDB reads {len(events)} rows, {len(events.columns)} columns")


def templates(name):
    told = [it for it in (FOLDER / name).read_text().split("\n\n") if it.strip()]
    for template in told:
        slots = [it[4:36].strip() for it in template.splitlines() if it[:4].strip()]
        assert len(slots) == 25, f"{name}: {len(slots)} slots"
    ids = [it.splitlines()[0][36:] for it in told]
    assert set(ids) <= set(MAIN), f"{name}: ids that the record does not have"
    print(f"{name}: {len(told)} templates of 25 slots")


table("events.csv", "id", "killed_count")
table("gtd.csv", "eventid", "nkill")
table("acled.csv", "event_id_cnty")
table("ged.csv", "id", "best")
table("gdelt.csv", "GLOBALEVENTID")
for jsonl in ["events.jsonl", "plover.jsonl", "claimreview.jsonl", "ftm.jsonl"]:
    lines(jsonl)
stix("stix.json")
parquet("events.parquet")
templates("muc4.txt")
