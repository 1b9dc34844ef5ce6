//! The few words after a command. Written by hand so that xtask compiles in seconds.

use anyhow::{Result, bail};

/// What was typed after the command and not yet understood.
pub struct Args(Vec<String>);

impl Args {
    /// Takes the words as typed.
    pub fn new(words: impl Iterator<Item = String>) -> Self {
        Self(words.collect())
    }

    /// Takes `--name` out of the words; true if it was there.
    pub fn flag(&mut self, name: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|word| word != name);
        self.0.len() < before
    }

    /// Takes `--name VALUE` or `--name=VALUE` out of the words.
    pub fn value(&mut self, name: &str) -> Result<Option<String>> {
        let Some(at) = self.0.iter().position(|word| word == name || word.starts_with(&format!("{name}="))) else {
            return Ok(None);
        };
        let word = self.0.remove(at);
        if let Some((_, value)) = word.split_once('=') {
            return Ok(Some(value.to_owned()));
        }
        if at >= self.0.len() {
            bail!("{name} needs a value");
        }
        Ok(Some(self.0.remove(at)))
    }

    /// The plain words that are left; an unknown option is an error.
    pub fn rest(&mut self) -> Result<Vec<String>> {
        if let Some(unknown) = self.0.iter().find(|word| word.starts_with('-')) {
            bail!("there is no option '{unknown}'; `cargo xtask help` lists them");
        }
        Ok(std::mem::take(&mut self.0))
    }

    /// Nothing may be left.
    pub fn finish(&mut self) -> Result<()> {
        match self.rest()?.first() {
            Some(word) => bail!("'{word}' means nothing here"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(text: &str) -> Args {
        Args::new(text.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn options_are_taken_in_any_order_and_the_rest_is_left() {
        let mut typed = args("rust --lang kk --demo --db=a.db ui");
        assert!(typed.flag("--demo"));
        assert!(!typed.flag("--browser"));
        assert_eq!(typed.value("--lang").unwrap().as_deref(), Some("kk"));
        assert_eq!(typed.value("--db").unwrap().as_deref(), Some("a.db"));
        assert_eq!(typed.rest().unwrap(), ["rust", "ui"]);
    }

    #[test]
    fn an_unknown_option_or_a_missing_value_is_refused() {
        assert!(args("--demo").finish().is_err());
        assert!(args("word").finish().is_err());
        assert!(args("--lang").value("--lang").is_err());
    }
}
