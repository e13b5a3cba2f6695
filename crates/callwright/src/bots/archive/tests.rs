//! Archives that are whole, damaged or dangerous.

use std::io::{Cursor, Write as _};

use expect_test::{Expect, expect};
use proptest::prelude::*;
use serde_json::json;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::*;

/// A zip archive of some files.
fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, content) in files {
        writer.start_file(*name, options).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn unzip(bytes: &[u8], limits: Limits) -> Result<Files, String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bot.zip");
    fs::write(&path, bytes).unwrap();
    let shown = format!("{}/", folder.path().display());
    unpack(&path, limits).map_err(|it| crate::chain(&it).replace(&shown, ""))
}

fn refuses(bytes: &[u8], limits: Limits, message: &Expect) {
    message.assert_eq(&unzip(bytes, limits).unwrap_err());
}

#[test]
fn what_is_cut_off_is_no_archive() {
    let whole = packed(&[("Bot.json", b"{}")]);
    refuses(
        &whole[..20],
        LIMITS,
        &expect!["bot.zip is no zip archive that can be read: Could not find EOCD"],
    );
}

#[test]
fn damaged_content_names_the_file() {
    let mut bytes = packed(&[("Bot.json", &b"{ \"name\": \"a bot with a name\" }".repeat(9))]);
    let at = bytes.windows(8).position(|it| it == b"Bot.json").unwrap() + 10;
    for byte in &mut bytes[at..at + 8] {
        *byte = !*byte;
    }
    let message = unzip(&bytes, LIMITS).unwrap_err();
    assert!(message.starts_with("bot.zip is no zip archive that can be read: `Bot.json`: "));
}

#[test]
fn an_encrypted_entry_is_told_by_its_name() {
    let mut bytes = packed(&[("Bot.json", b"{}")]);
    // The first bit of the flags says so, in the entry's own header and in the directory.
    for (signature, flags) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let at = bytes.windows(4).position(|it| it == signature).unwrap() + flags;
        bytes[at] |= 1;
    }
    refuses(
        &bytes,
        LIMITS,
        &expect![
            "bot.zip: `Bot.json` is encrypted; export the bot without a password, or unpack the archive and name its folder"
        ],
    );
}

#[test]
fn a_bomb_is_left_alone_whatever_it_says_of_its_size() {
    let limits = Limits { bytes: 10_000, files: 3 };
    let bomb = packed(&[("a.json", &[b' '; 6_000]), ("b.json", &[b' '; 6_000])]);
    assert!(bomb.len() < 1_000);
    let message =
        expect!["bot.zip holds more than 10000 bytes when it is unpacked; no export of a bot does"];
    refuses(&bomb, limits, &message);
    let mut lying = bomb;
    for (signature, size) in [(b"PK\x03\x04", 22), (b"PK\x01\x02", 24)] {
        let places: Vec<_> = lying
            .windows(4)
            .enumerate()
            .filter_map(|(at, it)| (it == signature).then_some(at + size))
            .collect();
        for at in places {
            lying[at..at + 4].copy_from_slice(&1_u32.to_le_bytes());
        }
    }
    assert!(unzip(&lying, limits).is_err());
    refuses(
        &packed(&[("1", b""), ("2", b""), ("3", b""), ("4", b"")]),
        limits,
        &expect!["bot.zip has more than 3 files; no export of a bot has"],
    );
}

#[test]
fn folders_are_held_to_the_same_limits() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.json"), "12345").unwrap();
    fs::write(folder.path().join("b.json"), "12345").unwrap();
    let error = |bytes, files| {
        let shown = folder.path().display().to_string();
        collect(folder.path(), Limits { bytes, files })
            .unwrap_err()
            .to_string()
            .replace(&shown, "FOLDER")
    };
    assert!(error(9, 9).starts_with("FOLDER holds more than 9 bytes"));
    assert_eq!(error(99, 1), "FOLDER has more than 1 files; no export of a bot has");
    assert_eq!(collect(folder.path(), Limits { bytes: 10, files: 2 }).unwrap().len(), 2);
}

#[test]
fn a_map_holds_files_only() {
    let error = |json: Value| {
        let Value::Object(json) = json else { panic!("no object") };
        of_map(Path::new("bot.json"), json).unwrap_err().to_string()
    };
    assert_eq!(
        error(json!({ "a/Bot.json": {}, "b.json": [] })),
        "bot.json: `b.json`: found a list, expected the content of a file: an object or its text"
    );
}

#[test]
fn the_same_files_come_out_of_all_three() {
    let zip = packed(&[
        ("Bot/BotLocales/en_US/BotLocale.json", b"{}"),
        ("Bot/Bot.json", b"{ \"name\": \"b\" }"),
        ("__MACOSX/Bot/._Bot.json", b"?"),
    ]);
    let of_zip = unzip(&zip, LIMITS).unwrap();
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in &of_zip {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    fs::write(folder.path().join(".DS_Store"), "?").unwrap();
    let texts = of_zip.iter().map(|(name, content)| {
        (name.clone(), Value::String(String::from_utf8(content.clone()).unwrap()))
    });
    assert_eq!(of_folder(folder.path()).unwrap(), of_zip);
    assert_eq!(of_map(Path::new("bot.json"), texts.collect()).unwrap(), of_zip);
    assert_eq!(
        of_zip.keys().map(String::as_str).collect::<Vec<_>>(),
        ["Bot/Bot.json", "Bot/BotLocales/en_US/BotLocale.json"]
    );
}

#[test]
fn maps_of_files_are_told_from_other_json() {
    for (json, is_map) in [
        (json!({ "Bot.json": {}, "manifest.json": "{}" }), true),
        (json!({ "Bot.json": {}, "notes.txt": "x" }), true),
        (json!({}), false),
        (json!({ "Resources": {} }), false),
        (json!({ "Bot.json": 1 }), false),
        (json!({ "Bot.json": {}, "Resources": {} }), false),
    ] {
        let Value::Object(map) = &json else { panic!("no object") };
        assert_eq!(is_map_of_files(map), is_map, "{json}");
    }
}

proptest! {
    #[test]
    fn any_bytes_are_an_archive_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = unzip(&bytes, LIMITS);
    }

    #[test]
    fn a_broken_archive_is_an_archive_or_an_error(at in 0..300_usize, byte in any::<u8>()) {
        let mut bytes = packed(&[("Bot.json", b"{ \"name\": \"b\" }"), ("x/y.json", b"[]")]);
        if let Some(it) = bytes.get_mut(at) {
            *it = byte;
        }
        let _ = unzip(&bytes, LIMITS);
    }
}
