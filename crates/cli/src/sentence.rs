//! Refusals as one English sentence for whoever sits at the command line.

use adelante_wire::{CommandError, ErrorCode};

/// What happened and what to do, as one sentence.
pub fn sentence(error: &CommandError) -> String {
    let fact = |name: &str| error.facts.get(name).map_or("", String::as_str);
    match error.code {
        ErrorCode::BadInput => format!("the input is wrong: {}", fact("detail")),
        ErrorCode::NotFound => format!("there is no such {}", fact("what")),
        ErrorCode::NotPermitted => format!("this person may not do this (permission {})", fact("permission")),
        ErrorCode::RequestIdReused => "this request id was used for something else".to_owned(),
        ErrorCode::Required => format!("{} must be given", fact("field")),
        ErrorCode::FileEmpty => "the file is empty".to_owned(),
        ErrorCode::FileNotASheet => "the file is not a spreadsheet that can be read".to_owned(),
        ErrorCode::FileDamaged => "the file is damaged or was cut off".to_owned(),
        ErrorCode::FileProtected => "the file is protected by a password".to_owned(),
        ErrorCode::FileNoRows => "the file has no rows below its headers".to_owned(),
        ErrorCode::FileNoColumns => "no column of the file looks like a name or a phone".to_owned(),
        ErrorCode::FileTooLarge => format!("the file is larger than {} MB", fact("max_mb")),
        ErrorCode::TooManyRows => format!("the file has more than {} rows", fact("max")),
        ErrorCode::Damaged => {
            format!(
                "the file {} is damaged ({}); restore a backup with `adelante restore`",
                fact("file"),
                fact("detail")
            )
        }
        ErrorCode::WrongKey if fact("missing") == "true" => {
            format!("the key of {} is not here: give --key-file", fact("file"))
        }
        ErrorCode::WrongKey => format!("the key does not open {}", fact("file")),
        ErrorCode::AlreadyRunning => format!("another program has {} open", fact("file")),
        ErrorCode::UnsafeFolder => format!(
            "{} lies on a network or synced folder ({}), where a database is not safe",
            fact("file"),
            fact("kind")
        ),
        ErrorCode::TooNew => format!("the file was made by a newer version (schema {})", fact("version")),
        ErrorCode::DiskFull => "the disk is full; nothing was changed".to_owned(),
        _ => error.to_string().replace('\n', " "),
    }
}
