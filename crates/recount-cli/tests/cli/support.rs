//! A folder to work in, and the command run in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// Two reports of one made-up event.
pub(crate) const MILL: [(&str, &str); 2] = [
    (
        "herald.txt",
        "Fire at Varnok Paper Mill Kills Four\n\nMarch 3, 2031\n\nVARNOK: Four workers were killed \
         and eleven injured when a fire broke out in a paper mill in Varnok on Monday, the fire \
         service said.\n\nThe fire was put out after three hours, it said.\n",
    ),
    (
        "tribune.txt",
        "Mill Fire in Varnok Leaves at Least Three Dead\n\nMarch 3, 2031\n\nAt least three people \
         died on Monday in a blaze at the paper mill of Varnok, a hospital doctor told the Tribune. \
         Police are looking into the cause.\n",
    ),
];

/// A row of JSON Lines with a made-up report.
pub(crate) const ROW: &str = r#"{"id": "row-1", "date": "2031-03-03", "text": "A bridge in Ostreva collapsed on Monday, killing two drivers, the mayor said."}"#;

/// A folder of its own for one test.
pub(crate) struct Folder(TempDir);

/// What a run of the command came to.
#[derive(Debug)]
pub(crate) struct Ran {
    /// Standard output.
    pub(crate) out: String,
    /// Standard error.
    pub(crate) err: String,
    /// The exit code.
    pub(crate) code: Option<i32>,
}

impl Folder {
    /// Makes a folder with nothing in it.
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().expect("a temporary folder can be made"))
    }

    /// Makes a folder with the reports of the mill fire.
    pub(crate) fn with_reports() -> Self {
        let folder = Self::new();
        MILL.iter().for_each(|(name, text)| folder.write(name, text));
        folder
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// Writes a file, and the folders above it.
    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().expect("it lies in our folder")).expect("a folder");
        fs::write(path, bytes).expect("a file can be written");
    }

    /// Reads a file.
    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path().join(name)).expect("the file is there")
    }

    /// Runs `recount` in this folder.
    pub(crate) fn recount(&self, args: &[&str]) -> Ran {
        self.run(command().args(args))
    }

    /// Runs any command in this folder.
    pub(crate) fn run(&self, command: &mut Command) -> Ran {
        command.current_dir(self.path()).output().expect("the command starts").into()
    }

    /// Returns the names of the files in this folder, hidden ones too, sorted.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.path()).expect("our folder can be read");
        let name = |it: fs::DirEntry| it.file_name().to_string_lossy().into_owned();
        let mut names: Vec<_> = entries.map(|it| name(it.expect("an entry"))).collect();
        names.sort();
        names
    }
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("what we print is UTF-8");
        Ran { out: text(output.stdout), err: text(output.stderr), code: output.status.code() }
    }
}

/// Returns the command without settings from the environment of the tests.
pub(crate) fn command() -> Command {
    without_settings(Command::new(binary()))
}

/// Returns `sh -c script` with the command as `$0`.
pub(crate) fn shell(script: &str) -> Command {
    let mut command = without_settings(Command::new("sh"));
    command.arg("-c").arg(script).arg(binary());
    command
}

/// Returns the folder of the project.
pub(crate) fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn binary() -> &'static str {
    env!("CARGO_BIN_EXE_recount")
}

fn without_settings(mut command: Command) -> Command {
    let names = ["COLOR", "THREADS", "QUIET", "FORMAT", "OUT", "PACK", "PAGE_LIMIT", "STATE"];
    names.iter().for_each(|it| {
        command.env_remove(format!("RECOUNT_{it}"));
    });
    command.env_remove("COLUMNS").env_remove("NO_COLOR").env("TERM", "xterm");
    command
}

/// Says why a test proves nothing on this machine.
#[expect(clippy::print_stderr, reason = "a test that is skipped should not look as if it passed")]
pub(crate) fn skip(reason: &str) {
    eprintln!("skipped: {reason}");
}
