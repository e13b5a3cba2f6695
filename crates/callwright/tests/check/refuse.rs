//! What cannot be checked at all.

use std::fs;

use expect_test::expect;

use crate::{check, copy, flows, folder, refuses};

#[test]
fn a_path_that_is_not_there() {
    refuses(
        &flows(),
        &["nowhere.json"],
        3,
        &expect![[r#"
        error: failed to look for flows in nowhere.json: No such file or directory (os error 2)
    "#]],
    );
}

#[test]
fn no_paths_and_no_project() {
    refuses(
        folder(&[]).path(),
        &[],
        3,
        &expect![[r#"
        error: no infra/template.yaml here or above FOLDER

        hint: name flows or folders, or run callwright check inside a project
    "#]],
    );
}

#[test]
fn a_folder_without_flows() {
    let folder = folder(&[("package.json", "{}"), ("notes/list.json", "[1, 2]")]);
    refuses(
        folder.path(),
        &["."],
        3,
        &expect![[r#"
        error: no flow in . (2 files with JSON are none)

        hint: name a file to learn why it is no flow
    "#]],
    );
}

#[test]
fn a_rule_that_does_not_exist() {
    refuses(
        &flows(),
        &["--allow", "caller-droped", "tidy.json"],
        2,
        &expect![[r#"
        error: no rule `caller-droped`

        hint: did you mean `caller-dropped`?
    "#]],
    );
    refuses(
        &flows(),
        &["--deny", "all", "tidy.json"],
        2,
        &expect![[r#"
        error: no rule `all`

        hint: `callwright check --explain` lists all rules
    "#]],
    );
    refuses(
        &flows(),
        &["--explain", "caller-droped"],
        2,
        &expect![[r#"
        error: no rule `caller-droped`

        hint: did you mean `caller-dropped`?
    "#]],
    );
}

#[test]
fn a_type_that_does_not_exist_or_that_is_nothing_s_type() {
    let said = check(&flows(), &["--type", "voice", "tidy.json"]);
    assert_eq!(said.code, 2);
    assert!(said.stderr.contains("`customerQueue`"), "{}", said.stderr);
    assert_eq!(check(&flows(), &["--type", "customerQueue"]).code, 2);
}

#[test]
fn a_project_whose_template_cannot_be_read() {
    let project = copy();
    fs::write(project.path().join("infra/template.yaml"), "Resources: [").unwrap();
    let said = check(project.path(), &[]);
    assert_eq!((said.code, said.stdout.as_str()), (3, ""));
    assert!(
        said.stderr.starts_with("error: failed to read the infrastructure: "),
        "{}",
        said.stderr
    );
}
