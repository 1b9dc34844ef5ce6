//! What is sold beside services, by name, in the language of the paper.

use adelante_base::vocabulary::{ItemKind, Language};

/// What an item of a bill is called on paper: goods by their name, a certificate with its code, a
/// package with its name.
#[must_use]
pub fn item_name(language: Language, item: ItemKind, name: &str) -> String {
    let word = match item {
        ItemKind::Product => return name.to_owned(),
        ItemKind::TopUp => return top_up(language).to_owned(),
        ItemKind::Certificate => certificate(language),
        ItemKind::Package => package(language),
    };
    format!("{word} {name}").trim_end().to_owned()
}

const fn certificate(language: Language) -> &'static str {
    match language {
        Language::Ru | Language::Kk => "Сертификат",
        Language::Uk => "Сертифікат",
        Language::En => "Certificate",
    }
}

const fn package(language: Language) -> &'static str {
    match language {
        Language::Ru | Language::Uk | Language::Kk => "Абонемент",
        Language::En => "Package",
    }
}

const fn top_up(language: Language) -> &'static str {
    match language {
        Language::Ru => "Пополнение баланса",
        Language::Uk => "Поповнення балансу",
        Language::Kk => "Теңгерімді толықтыру",
        Language::En => "Top-up",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_has_a_name_and_goods_keep_their_own() {
        for (item, name, ru, en) in [
            (ItemKind::Product, "Лак", "Лак", "Лак"),
            (ItemKind::Certificate, "AB-12", "Сертификат AB-12", "Certificate AB-12"),
            (ItemKind::Package, "", "Абонемент", "Package"),
            (ItemKind::TopUp, "", "Пополнение баланса", "Top-up"),
        ] {
            assert_eq!(item_name(Language::Ru, item, name), ru);
            assert_eq!(item_name(Language::En, item, name), en);
        }
    }
}
