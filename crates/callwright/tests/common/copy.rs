//! The project, to be broken.

use std::fs;
use std::path::Path;

/// A copy of a project's infrastructure and flows.
pub(crate) fn copy(project: &Path) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in ["infra", "contact-flows"] {
        fs::create_dir(folder.path().join(name)).unwrap();
        for entry in fs::read_dir(project.join(name)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                fs::copy(&path, folder.path().join(name).join(path.file_name().unwrap())).unwrap();
            }
        }
    }
    fs::copy(project.join("samconfig.toml"), folder.path().join("samconfig.toml")).unwrap();
    folder
}
