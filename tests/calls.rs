//! Every scripted call of `calls/`, as a test of its own, against the real functions.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use callwright::line::{Line, Options};
use callwright::suite::{self, Verdict};

/// The folder of the project, which holds this package.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The line, loaded once for all calls: the first one builds the functions.
async fn line() -> datatest_stable::Result<Arc<Line>> {
    static LINE: tokio::sync::OnceCell<Arc<Line>> = tokio::sync::OnceCell::const_new();
    let load = async || Line::load(&root(), &Options::default()).await.map(Arc::new);
    Ok(Arc::clone(LINE.get_or_try_init(load).await?))
}

fn goes_as_written(path: &Path) -> datatest_stable::Result<()> {
    let runtime = tokio::runtime::Runtime::new()?;
    let played = runtime.block_on(async {
        let line = line().await?;
        datatest_stable::Result::Ok(suite::play(&line, path, &mut |_| {}).await)
    })?;
    match &played.verdict {
        Verdict::Passed => Ok(()),
        Verdict::Broken(why) => Err(why.clone().into()),
        Verdict::Failed(_) => {
            let transcript = anstream::adapter::strip_str(&played.transcript()).to_string();
            Err(format!("{} does not go as written\n\n{transcript}", path.display()).into())
        }
    }
}

datatest_stable::harness! {
    { test = goes_as_written, root = "calls", pattern = r"\.yaml$" },
}
