//! The same contract in TypeScript: `ui/src/api/generated/wire.ts`, written by
//! `cargo xtask codegen` and checked for freshness by `cargo xtask tidy`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use ts_rs::{Config, TS, TypeVisitor};

use crate::*;

struct Collect {
    config: Config,
    seen: BTreeMap<String, String>,
}

impl Collect {
    fn add<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_none() {
            T::visit_generics(self);
            return;
        }
        let name = T::ident(&self.config);
        if self.seen.contains_key(&name) {
            return;
        }
        let docs = T::docs().unwrap_or_default();
        let declaration = T::decl(&self.config);
        self.seen.insert(name, format!("{docs}export {declaration}\n"));
        T::visit_dependencies(self);
    }
}

impl TypeVisitor for Collect {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.add::<T>();
    }
}

macro_rules! command_types {
    ($($kind:ident $name:ident($input:ident) -> $output:ident;)*) => {
        /// The whole generated file.
        #[must_use]
        pub fn file() -> String {
            let mut types = Collect { config: Config::new().with_large_int("number"), seen: BTreeMap::new() };
            $(types.add::<$input>(); types.add::<$output>();)*
            types.add::<CommandError>();
            types.add::<table::Call>();
            types.add::<table::Event>();
            let mut text = String::from("// Generated from crates/wire by `cargo xtask codegen`. Do not edit.\n\n");
            for declaration in types.seen.values() {
                text.push_str(declaration);
                text.push('\n');
            }
            text.push_str("/** Every command: its kind, what goes in, what comes out. */\nexport type Commands = {\n");
            $(
                let _ = writeln!(text, "  {}: {{ kind: \"{}\"; input: {}; output: {} }};",
                    stringify!($name), stringify!($kind), stringify!($input), stringify!($output));
            )*
            text.push_str("};\n\n/** Which part answers a command. */\nexport const commandKinds = {\n");
            $(
                let _ = writeln!(text, "  {}: \"{}\",", stringify!($name), stringify!($kind));
            )*
            text.push_str("} as const;\n");
            text
        }
    };
}
with_commands!(command_types);
