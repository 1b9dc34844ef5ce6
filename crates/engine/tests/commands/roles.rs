//! Every command × every role: the engine, not the screen, decides who may.

use adelante_base::vocabulary::Role;
use adelante_domain::permission::{Permission, allows};
use adelante_engine::{Caller, Mutation};
use adelante_wire::{self as wire, ErrorCode};
use serde_json::json;

use crate::samples::{Sample, mutations, sample};

macro_rules! permissions {
    ($($kind:ident $name:ident($input:ident) -> $output:ident;)*) => {
        fn permission_of(command: &str) -> Option<Permission> {
            $(permissions!(@$kind command, $name, $input);)*
            None
        }
    };
    (@mutation $command:ident, $name:ident, $input:ident) => {
        if $command == stringify!($name) { return Some(<wire::$input as Mutation>::PERMISSION); }
    };
    (@$other:ident $command:ident, $name:ident, $input:ident) => {};
}
wire::with_commands!(permissions);

#[test]
fn every_role_may_do_what_its_permissions_say_and_nothing_else() {
    let (mut allowed, mut refused) = (0, 0);
    for command in mutations().filter(|command| !matches!(*command, "create_salon" | "redo")) {
        let permission = permission_of(command).unwrap();
        for (index, role) in [Role::Owner, Role::Receptionist, Role::Master]
            .into_iter()
            .zip([0usize, 1, 2])
            .map(|(role, index)| (index, role))
        {
            let Sample { salon, input } = sample(command);
            let caller = Caller::Staff(salon.staff[index].parse().unwrap());
            let before = salon.dump();
            match salon.call_as(caller, command, input) {
                Err(error) if error.code == ErrorCode::NotPermitted => {
                    // One's own schedule: the samples are about somebody else's, and a master's only
                    // where the salon lets staff plan themselves.
                    let also = permission == Permission::ScheduleOwn
                        || matches!(command, "undo" | "set_appointment_status" | "book_appointment");
                    assert!(!allows(role, permission) || also, "{role} was refused {command}");
                    assert_eq!(salon.dump(), before);
                    refused += 1;
                }
                // Nothing of this person's own to undo.
                Err(error) => assert_eq!((command, error.code), ("undo", ErrorCode::NothingToUndo)),
                Ok(_) => {
                    assert!(allows(role, permission), "{role} was allowed {command}");
                    allowed += 1;
                }
            }
        }
    }
    assert!(allowed > 20 && refused > 10, "{allowed} allowed, {refused} refused");
}

#[test]
fn nobody_who_is_not_signed_in_does_anything_once_there_is_an_owner() {
    let salon = adelante_testkit::TestSalon::new(2);
    let made = salon.call_as(Caller::Session, "create_owner", json!({ "name": "Камила", "pin": "2580" })).unwrap();
    let session = made["session"]["session_id"].clone();
    let refused = salon.call_as(Caller::Session, "list_staff", json!({})).unwrap_err();
    assert_eq!(refused.code, ErrorCode::NotSignedIn);
    let mut call = adelante_testkit::call("list_staff", json!({}), None);
    call.session_id = serde_json::from_value(session).unwrap();
    assert!(salon.engine.call(&call, Caller::Session).is_ok());
}

#[test]
fn wrong_pins_are_counted_and_then_waited_for_and_the_printed_code_opens() {
    let salon = adelante_testkit::TestSalon::new(3);
    let ask = |command: &str, input| salon.call_as(Caller::Session, command, input);
    let made = ask("create_owner", json!({ "name": "Камила", "pin": "2580" })).unwrap();
    let who = made["session"]["staff_id"].clone();
    assert_eq!(ask("set_pin", json!({ "staff_id": who, "pin": "1111" })).unwrap_err().code, ErrorCode::NotSignedIn);
    for left in (0..5).rev() {
        let error = ask("login", json!({ "staff_id": who, "pin": "9999" })).unwrap_err();
        assert_eq!((error.code, error.facts["left"].as_str()), (ErrorCode::WrongPin, left.to_string().as_str()));
    }
    let waiting = ask("login", json!({ "staff_id": who, "pin": "2580" })).unwrap_err();
    assert_eq!(waiting.code, ErrorCode::TooManyTries);
    salon.clock.advance(31_000);
    assert!(ask("login", json!({ "staff_id": who, "pin": "2580" })).is_ok());
    let code = made["recovery_code"].as_str().unwrap().to_lowercase();
    let wrong = ask("reset_pin", json!({ "staff_id": who, "recovery_code": "0000-0000", "new_pin": "8642" }));
    assert_eq!(wrong.unwrap_err().code, ErrorCode::WrongRecoveryCode);
    ask("reset_pin", json!({ "staff_id": who, "recovery_code": code, "new_pin": "8642" })).unwrap();
    assert!(ask("login", json!({ "staff_id": who, "pin": "8642" })).is_ok());
    let used = ask("reset_pin", json!({ "staff_id": who, "recovery_code": code, "new_pin": "8643" }));
    assert_eq!(used.unwrap_err().code, ErrorCode::WrongRecoveryCode);
}
