//! Writes what the fuzzer starts from.
//!
//! In: the small package of the tests. Out: `corpus/load` with the package as it is, as a compact
//! file, and as what is inside of one; `corpus/parse` with some sentences of our own.

mod compact;

use std::fs;
use std::path::Path;

use recount_nlp::Precision;

fn main() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let package = here.join("../crates/recount-nlp/tests/data/tiny.zip");
    let file = recount_nlp::convert(&package, Precision::Half).expect("the package is supported");
    let inside = compact::unpacked(&file).expect("the file is whole");
    let package = fs::read(package).expect("the package is there");
    let sentences = [
        "Two guards were freed in Zavodsk on Sunday. Police said so.",
        "“THEY’RE SAFE,” J. PETROV SAID.\r\n\r\n(1,500 km)… http://a.example/?q=1 :)",
    ];
    let load = [("package", &*package), ("file", &*file), ("inside", &*inside)];
    let parse = [("plain", sentences[0].as_bytes()), ("odd", sentences[1].as_bytes())];
    for (target, seeds) in [("load", load.as_slice()), ("parse", parse.as_slice())] {
        let folder = here.join("corpus").join(target);
        fs::create_dir_all(&folder).expect("there is room for a folder");
        for (name, bytes) in seeds {
            fs::write(folder.join(name), bytes).expect("there is room for a file");
        }
    }
}
