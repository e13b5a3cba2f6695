//! `callwright words`, run as a user runs it.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

#[path = "../common/folder.rs"]
mod folder;
#[path = "../common/said.rs"]
mod said;

use std::fs;
use std::path::Path;

use expect_test::{Expect, expect};

use folder::folder;
use said::{Said, run};

/// Runs `callwright words check` in a folder.
fn check(folder: &Path, arguments: &[&str]) -> Said {
    run(&["words", "check"], folder, arguments, "")
}

/// Runs a command that says something on standard output alone, and compares that.
fn says(folder: &Path, arguments: &[&str], code: i32, message: &Expect) {
    check(folder, arguments).says(code, message);
}

/// Runs a command that is refused, and compares its exit code and what it says.
fn refuses(folder: &Path, arguments: &[&str], code: i32, message: &Expect) {
    check(folder, arguments).refuses(code, message);
}

/// A wording with an error, a warning and a hint.
const FAULTY: [(&str, &str); 2] = [
    (
        "en-US/desk.ftl",
        "# Greets.\n\
         #   $name (Text) the caller\n\
         tell-hello = Hello, { $name }. I am an IVR.\n\
         \n\
         tell-bye = Bye.\n",
    ),
    ("es-US/desk.ftl", "tell-hello = Hola, { $name }.\n"),
];

/// A wording without any.
const TIDY: [(&str, &str); 2] = [
    ("en-US/desk.ftl", "tell-bye = Bye.\n    .arm-b = Bye now.\n"),
    ("es-US/desk.ftl", "tell-bye = Adiós.\n    .arm-b = Hasta luego.\n"),
];

#[test]
fn the_wording_of_the_project_can_be_said() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let said = check(&project, &["--deny", "warnings"]);
    assert_eq!((said.code, said.stderr.as_str()), (0, ""), "{}", said.stdout);
    assert!(said.stdout.contains("0 errors, 0 warnings"), "{}", said.stdout);
}

#[test]
fn the_lines_of_a_project_are_checked_with_its_wording() {
    let words = TIDY.map(|(path, text)| (format!("words/{path}"), text));
    let words = words.each_ref().map(|(path, text)| (path.as_str(), *text));
    let project = folder(&words);
    fs::create_dir_all(project.path().join("infra")).unwrap();
    fs::write(project.path().join("infra/template.yaml"), "Resources: {}\n").unwrap();
    let summary = |arguments: &[&str]| {
        let said = check(project.path(), arguments);
        said.stdout.lines().last().unwrap_or(&said.stderr).to_owned()
    };
    assert_eq!(summary(&[]), "2 files, 0 errors, 0 warnings, 0 hints");
    let greets = "name = \"Desk\"\n[greeting]\nen-US = \"Hi, how are you on this fine day, which is a \
                  day like no other, and whatever may have brought you here, we are glad that you \
                  have called us, since we love to talk?\"\n";
    fs::create_dir(project.path().join("lines")).unwrap();
    fs::write(project.path().join("lines/desk.toml"), greets).unwrap();
    assert_eq!(summary(&[]), "3 files, 0 errors, 2 warnings, 1 hint (shown with --hints)");
    assert_eq!(summary(&["words"]), "2 files, 0 errors, 0 warnings, 0 hints");
}

#[test]
fn faults_are_shown_where_they_are() {
    let folder = folder(&FAULTY);
    says(
        folder.path(),
        &["."],
        1,
        &expect![[r#"
        warning[jargon]: callers do not say "ivr": "Hello, Maria Gonzalez. I am an IVR."
         --> ./en-US/desk.ftl:3:1
          |
        3 | tell-hello = Hello, { $name }. I am an IVR.
          | ^^^^^^^^^^
          |
          = in: tell-hello
          = help: leave it out

        error[missing]: `tell-bye` is missing in es-US
         --> ./en-US/desk.ftl:5:1
          |
        5 | tell-bye = Bye.
          | ^^^^^^^^
          |
          = in: tell-bye

        en-US  1 file, 2 messages, 2 wordings
          longest   2.8 seconds, tell-hello
        es-US  1 file, 1 message, 1 wording
          longest   1.3 seconds, tell-hello

        2 files, 1 error, 1 warning, 1 hint (shown with --hints)
    "#]],
    );
}

#[test]
fn machines_read_a_line_for_each_file() {
    let folder = folder(&FAULTY);
    says(
        folder.path(),
        &[".", "--json"],
        1,
        &expect![[r#"
        {"file":"./en-US/desk.ftl","language":"en-US","findings":[{"rule":"jargon","severity":"warning","message":"callers do not say \"ivr\": \"Hello, Maria Gonzalez. I am an IVR.\"","help":"leave it out","of":"tell-hello","line":3,"column":1},{"rule":"contraction","severity":"hint","message":"people say \"I'm\" for \"I am\": \"Hello, Maria Gonzalez. I am an IVR.\"","help":null,"of":"tell-hello","line":3,"column":1},{"rule":"missing","severity":"error","message":"`tell-bye` is missing in es-US","help":null,"of":"tell-bye","line":5,"column":1}]}
        {"file":"./es-US/desk.ftl","language":"es-US","findings":[]}
    "#]],
    );
}

#[test]
fn warnings_can_be_made_errors_and_hints_shown() {
    let jargon = folder(&[
        ("en-US/desk.ftl", "tell-bye = That is an IVR.\n"),
        ("es-US/desk.ftl", "tell-bye = Adiós.\n"),
    ]);
    assert_eq!(check(jargon.path(), &["."]).code, 0);
    let said = check(jargon.path(), &[".", "--deny", "warnings", "--hints", "--quiet"]);
    assert_eq!(said.code, 1);
    assert!(said.stdout.contains("error[jargon]"), "{}", said.stdout);
    assert!(said.stdout.contains("hint[contraction]"), "{}", said.stdout);
    assert!(said.stdout.ends_with("2 files, 1 error, 0 warnings, 1 hint\n"), "{}", said.stdout);
}

#[test]
fn what_a_line_says_of_its_own_is_checked_too() {
    let folder = folder(&TIDY);
    let line = "name = \"Northwind\"\n\
                [greeting]\n\
                en-US = \"Thanks for calling <b>Northwind.\"\n\
                fr-FR = \"Bonjour\"\n\
                [emergency]\n\
                say = { es-US = \"Cuelgue, sí?\" }\n\
                [[experiments]]\n\
                name = \"short\"\n\
                message = \"tell-bye\"\n\
                [[experiments]]\n\
                message = \"tell-by\"\n";
    fs::write(folder.path().join("line.toml"), line).unwrap();
    says(
        folder.path(),
        &[".", "--quiet", "--line", "line.toml"],
        1,
        &expect![[r#"
        error[markup]: tags would be read out: wording holds no markup
         --> line.toml:3:9
          |
        3 | en-US = "Thanks for calling <b>Northwind."
          |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          |
          = in: greeting.en-US

        warning[sentence]: a question in Spanish has two marks: "Cuelgue, sí?"
         --> line.toml:6:17
          |
        6 | say = { es-US = "Cuelgue, sí?" }
          |                 ^^^^^^^^^^^^^^
          |
          = in: emergency.say.es-US

        error[missing]: there is no message `tell-by`
          --> line.toml:11:11
           |
        11 | message = "tell-by"
           |           ^^^^^^^^^
           |
           = in: experiments.message

        3 files, 2 errors, 1 warning, 0 hints
    "#]],
    );
}

#[test]
fn what_cannot_be_read_is_refused() {
    let empty = folder(&[]);
    refuses(
        empty.path(),
        &["gone"],
        3,
        &expect![[r#"
        error: failed to read gone/en-US: No such file or directory (os error 2)

        hint: wording is a folder of `.ftl` files for each language, such as words/en-US
    "#]],
    );
    refuses(
        empty.path(),
        &[],
        3,
        &expect![[r#"
        error: no infra/template.yaml here or above FOLDER

        hint: name a folder, or run callwright words inside a project
    "#]],
    );
    let half = folder(&[("en-US/desk.ftl", "tell-bye = Bye.\n"), ("es-US/notes.txt", "")]);
    refuses(
        half.path(),
        &["."],
        3,
        &expect![[r#"
        error: no `.ftl` file in ./es-US

        hint: wording is a folder of `.ftl` files for each language, such as words/en-US
    "#]],
    );
    let tidy = folder(&TIDY);
    fs::write(tidy.path().join("line.toml"), "name = 5").unwrap();
    refuses(
        tidy.path(),
        &[".", "--line", "line.toml"],
        3,
        &expect![[r#"
        error: line.toml is no line: invalid type: integer `5`, expected a string

        hint: a line is a TOML file with at least a name
    "#]],
    );
    fs::write(tidy.path().join("en-US/odd.ftl"), b"tell-x = \xff").unwrap();
    refuses(
        tidy.path(),
        &["."],
        3,
        &expect![[r#"
        error: ./en-US/odd.ftl is not UTF-8 text

        hint: wording is a folder of `.ftl` files for each language, such as words/en-US
    "#]],
    );
}
