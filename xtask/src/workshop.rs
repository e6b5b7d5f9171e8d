//! Where commands run: the repository's root, the PATH with our tools first,
//! and the toolchain that can compile to wasm.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::failure::Failure;
use crate::setup::wasm_target;

/// The repository with everything a child process needs to be started in it.
pub(crate) struct Workshop {
    root: PathBuf,
    path: OsString,
}

impl Workshop {
    /// The repository that cargo runs this xtask for; without cargo, that it was built
    /// from. They differ where a clone was given another one's build folder.
    ///
    /// # Errors
    /// When the PATH cannot be put together or the folder has moved since.
    pub(crate) fn open() -> Result<Self, Failure> {
        let package = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = package
            .parent()
            .filter(|root| root.join("Cargo.lock").exists())
            .ok_or_else(|| Failure::new("the repository has moved: build xtask again"))?
            .to_path_buf();
        let ours = [
            root.join("target/tools/bin"),
            root.join("node_modules/.bin"),
        ];
        let inherited = env::var_os("PATH").unwrap_or_default();
        let cargo_bin = cargo_home().map(|home| home.join("bin"));
        let path = env::join_paths(
            ours.into_iter()
                .chain(env::split_paths(&inherited))
                // Tools that `cargo install` puts there must be found even where
                // Rust came from the system and nobody extended the PATH.
                .chain(cargo_bin),
        )
        .map_err(|error| Failure::new(format!("PATH cannot be extended: {error}")))?;
        Ok(Self { root, path })
    }

    /// The repository's root folder.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Where cargo puts what it builds.
    pub(crate) fn target_folder(&self) -> PathBuf {
        env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| self.root.join("target"), |folder| self.root.join(folder))
    }

    /// A child process in the root folder with our tools on its PATH.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.find(program).unwrap_or_else(|| program.into()));
        command.current_dir(&self.root).env("PATH", &self.path);
        // Cargo tells its children which cargo it is; ours may have to use
        // another toolchain's, see `wasm_command`.
        command.env_remove("CARGO");
        command
    }

    /// Like [`Workshop::command`], but with the toolchain that has the wasm target.
    pub(crate) fn wasm_command(&self, program: &str) -> Command {
        let mut command = self.command(program);
        if let Some(toolchain) = wasm_target::separate_toolchain(self) {
            command.env("RUSTUP_TOOLCHAIN", toolchain);
        }
        command
    }

    /// The full path of a program on our PATH.
    pub(crate) fn find(&self, program: &str) -> Option<PathBuf> {
        env::split_paths(&self.path)
            .map(|folder| folder.join(program))
            .find(|candidate| candidate.is_file())
    }
}

/// Cargo's own folder (`CARGO_HOME`, else `~/.cargo`).
pub(crate) fn cargo_home() -> Option<PathBuf> {
    env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cargo")))
}

/// Runs a child process to its end, its output going where ours goes.
///
/// # Errors
/// When it cannot be started or ends with a status other than 0.
pub(crate) fn run(command: &mut Command) -> Result<(), Failure> {
    let told = tell(command);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failure::new(format!("`{told}` ended with {status}"))),
        Err(error) => Err(Failure::new(format!("`{told}` cannot be started: {error}"))),
    }
}

/// The standard output of a child process, or `None` where it could not be
/// started or failed. For questions like `--version`.
pub(crate) fn ask(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// A command as one would type it.
pub(crate) fn tell(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut told = program
        .file_name()
        .unwrap_or(program.as_os_str())
        .to_string_lossy()
        .into_owned();
    for argument in command.get_args() {
        told.push(' ');
        told.push_str(&argument.to_string_lossy());
    }
    told
}
