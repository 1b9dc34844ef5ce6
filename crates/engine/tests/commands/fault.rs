//! A fault at every statement of every command: afterwards the salon is as it was before, or
//! the command was committed and asking again with its request id tells so.

use std::cell::Cell;

use adelante_base::{Clock, RequestId};
use adelante_engine::Caller;
use rusqlite::trace::{TraceEvent, TraceEventCodes};

use crate::samples::{Sample, mutations, sample};

thread_local! {
    static STATEMENTS: Cell<u32> = const { Cell::new(0) };
    static FAIL_AT: Cell<u32> = const { Cell::new(u32::MAX) };
    static FAULTS: Cell<u32> = const { Cell::new(0) };
}

/// Fails the statement that was chosen, once: what follows (the rollback) works again.
fn fault() -> bool {
    let now = STATEMENTS.get() >= FAIL_AT.get();
    if now {
        FAIL_AT.set(u32::MAX);
        FAULTS.set(FAULTS.get() + 1);
    }
    now
}

fn count(event: TraceEvent<'_>) {
    if let TraceEvent::Stmt(_, _) = event {
        STATEMENTS.set(STATEMENTS.get() + 1);
    }
}

#[test]
fn a_fault_at_any_statement_leaves_the_state_before_or_the_whole_after() {
    for command in mutations() {
        let Sample { salon, input } = sample(command);
        let before = salon.dump();
        salon.engine.store().with_writer(|connection| {
            connection.trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, Some(count)).unwrap();
            connection.progress_handler(1, Some(fault)).unwrap();
        });
        let request = RequestId::new(salon.ids.as_ref(), salon.clock.now());
        let call = adelante_testkit::call(command, input, Some(request));
        let mut faults = 0;
        for fail_at in 1.. {
            STATEMENTS.set(0);
            FAULTS.set(0);
            FAIL_AT.set(fail_at);
            let answer = salon.engine.call(&call, Caller::Program);
            FAIL_AT.set(u32::MAX);
            match answer {
                Ok(_) if FAULTS.get() == 0 => break,
                Ok(_) => panic!("{command}: a fault at statement {fail_at} was swallowed"),
                Err(_) if salon.dump() == before => faults += 1,
                Err(_) => {
                    let again = salon.engine.call(&call, Caller::Program);
                    assert!(again.is_ok(), "{command}: half done after a fault at statement {fail_at}");
                    break;
                }
            }
        }
        assert!(faults > 5, "{command}: only {faults} faults were felt");
        salon.assert_sound();
    }
}
