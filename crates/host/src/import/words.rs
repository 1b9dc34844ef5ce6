//! Words of the import in the salon's language: what is written into notes and into the file
//! of rejected rows.

use adelante_base::vocabulary::Language;
use adelante_domain::client_import::NoteLabels;
use adelante_wire::ImportProblemKind;

/// Words before what could not be understood and is kept in the note.
pub(super) const fn labels(language: Language) -> NoteLabels<'static> {
    match language {
        Language::Ru => NoteLabels {
            phone: "Телефон из файла",
            email: "E-mail из файла",
            birthday: "Дата рождения из файла",
            too_long: "Полностью",
        },
        Language::Uk => NoteLabels {
            phone: "Телефон із файлу",
            email: "E-mail із файлу",
            birthday: "Дата народження з файлу",
            too_long: "Повністю",
        },
        Language::Kk => NoteLabels {
            phone: "Файлдағы телефон",
            email: "Файлдағы e-mail",
            birthday: "Файлдағы туған күні",
            too_long: "Толық",
        },
        Language::En => NoteLabels {
            phone: "Phone from the file",
            email: "E-mail from the file",
            birthday: "Birthday from the file",
            too_long: "In full",
        },
    }
}

/// Header of the column that says why a row was rejected.
pub(super) const fn reason_header(language: Language) -> &'static str {
    match language {
        Language::Ru => "Почему не загружено",
        Language::Uk => "Чому не завантажено",
        Language::Kk => "Неге жүктелмеді",
        Language::En => "Why it was not imported",
    }
}

/// Header of the column with the row's number in the person's file.
pub(super) const fn row_header(language: Language) -> &'static str {
    match language {
        Language::Ru => "Строка",
        Language::Uk => "Рядок",
        Language::Kk => "Жол",
        Language::En => "Row",
    }
}

/// Why a row was rejected.
pub(super) const fn reason(kind: ImportProblemKind, language: Language) -> &'static str {
    match (kind, language) {
        (ImportProblemKind::NoNameNoPhone, Language::Ru) => "Нет ни имени, ни телефона",
        (ImportProblemKind::NoNameNoPhone, Language::Uk) => "Немає ні імені, ні телефону",
        (ImportProblemKind::NoNameNoPhone, Language::Kk) => "Аты да, телефоны да жоқ",
        (ImportProblemKind::NoNameNoPhone, Language::En) => "Neither a name nor a phone",
        (ImportProblemKind::Ambiguous, Language::Ru) => "Этот телефон есть у нескольких клиентов",
        (ImportProblemKind::Ambiguous, Language::Uk) => "Цей телефон є у кількох клієнтів",
        (ImportProblemKind::Ambiguous, Language::Kk) => "Бұл телефон бірнеше клиентте бар",
        (ImportProblemKind::Ambiguous, Language::En) => "Several clients have this phone",
        (_, _) => kind.as_str(),
    }
}
