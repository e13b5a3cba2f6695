//! Doctors, when they are free, and appointments with them.
//!
//! An opening is an item that says which appointment has taken it. Booking is one transaction on the
//! condition that none has, so of all who want an opening one gets it, and who gets it has a number.

mod appointment;
mod booking;
mod openings;
mod staff;

pub(crate) use staff::Clinic;
