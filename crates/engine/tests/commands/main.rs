//! Every command: its effect, its refusals, and what holds for all of them alike.

mod fault;
mod mirror;
mod money;
mod roles;
mod samples;
mod undo;
mod visits;

mod clients;
