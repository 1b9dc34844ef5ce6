//! From a command's name to its code. Built from the contract's table: a command without a
//! handler does not compile.

use adelante_store::Begin;
use adelante_wire::table::Call;
use adelante_wire::{self as wire, CommandError, ErrorCode};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::command::{Context, Mutation, Query};
use crate::error::{EngineError, Result};
use crate::people::Local;
use crate::{Caller, Engine};

macro_rules! routes {
    ($($kind:ident $name:ident($input:ident) -> $output:ident;)*) => {
        impl Engine {
            /// Answers one call of the contract.
            ///
            /// # Errors
            /// The refusal, ready to be sent to the UI. A `host` command is refused: it is
            /// the program around the engine that answers those.
            pub fn call(&self, call: &Call, caller: Caller) -> std::result::Result<Value, CommandError> {
                let answer = match call.command.as_str() {
                    $(stringify!($name) => routes!(@$kind self, call, caller, $input, $output),)*
                    _ => Err(EngineError::new(ErrorCode::BadInput).with("detail", "unknown command")),
                };
                answer.map_err(|error| self.explained(error.0))
            }
        }
    };
    (@mutation $engine:ident, $call:ident, $caller:ident, $input:ident, $output:ident) => {{
        const fn same<M: Mutation<Output = wire::$output>>() {}
        same::<wire::$input>();
        $engine.execute::<wire::$input>($call, $caller)
    }};
    (@query $engine:ident, $call:ident, $caller:ident, $input:ident, $output:ident) => {{
        const fn same<Q: Query<Output = wire::$output>>() {}
        same::<wire::$input>();
        $engine.query::<wire::$input>($call, $caller)
    }};
    (@local $engine:ident, $call:ident, $caller:ident, $input:ident, $output:ident) => {{
        const fn same<L: Local<Output = wire::$output>>() {}
        same::<wire::$input>();
        $engine.local::<wire::$input>($call, $caller)
    }};
    (@host $engine:ident, $call:ident, $caller:ident, $input:ident, $output:ident) => {
        Err(EngineError::new(ErrorCode::BadInput).with("detail", "this command is answered by the desk program"))
    };
}
wire::with_commands!(routes);

impl Engine {
    fn execute<M: Mutation>(&self, call: &Call, caller: Caller) -> Result<Value> {
        let input: M = parse(&call.input)?;
        let request_id = call.request_id.ok_or_else(|| EngineError::required("request_id"))?;
        let actor = self.actor(call, caller)?;
        actor.check(M::PERMISSION)?;
        let begin = Begin {
            request_id,
            kind: M::KIND,
            undo: M::UNDO.as_str(),
            actor: &actor.id,
            at: self.now(),
            body_hash: body_hash(call),
            app_version: &self.app_version,
            ids: self.ids.as_ref(),
        };
        let far = |done, total| self.tell_progress(done, total);
        let written = self.store.write(begin, |door| {
            let context = Context::read(&actor, door.at(), door.connection())?.heard_by(&far);
            input.run(&context, door)?.outcome()
        })?;
        self.tell_stale(&written.topics);
        Ok(written.result)
    }

    fn query<Q: Query>(&self, call: &Call, caller: Caller) -> Result<Value> {
        let input: Q = parse(&call.input)?;
        let actor = self.actor(call, caller)?;
        actor.check(Q::PERMISSION)?;
        let connection = self.store.read()?;
        // One transaction, so that everything a screen shows is of one moment.
        let moment = connection.unchecked_transaction().map_err(adelante_store::StoreError::from)?;
        let context = Context::read(&actor, self.now(), &moment)?;
        Ok(serde_json::to_value(input.run(&context, &moment)?)?)
    }

    fn local<L: Local>(&self, call: &Call, caller: Caller) -> Result<Value> {
        let input: L = parse(&call.input)?;
        Ok(serde_json::to_value(input.run(self, call, caller)?)?)
    }

    /// Says who changed what, where a refusal names only the operation.
    fn explained(&self, error: CommandError) -> CommandError {
        if error.code != ErrorCode::ChangedSince {
            return error;
        }
        let operation = error.facts.get("operation").and_then(|id| id.parse().ok());
        let Some(operation) = operation else { return error };
        let found = self.store.read().and_then(|connection| crate::history::who_and_what(&connection, operation));
        match found {
            Ok(Some((who, kind, at))) => error.with("who", who).with("kind", kind).with("at", at.millis()),
            _ => error,
        }
    }
}

fn parse<T: serde::de::DeserializeOwned>(input: &Value) -> Result<T> {
    // A command without input may be called with nothing at all.
    let empty = Value::Object(serde_json::Map::new());
    let input = if input.is_null() { &empty } else { input };
    T::deserialize(input).map_err(EngineError::from)
}

/// SHA-256 of the command's name and its input in canonical form (keys sorted).
fn body_hash(call: &Call) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(call.command.as_bytes());
    hash.update([0]);
    hash.update(call.input.to_string().as_bytes());
    hash.finalize().into()
}
