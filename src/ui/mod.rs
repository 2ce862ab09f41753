//! The browser application: pages, parts, and the state they share.

mod app;
mod dom;
mod load;
mod markup;
pub mod pages;
mod part;
pub mod parts;
pub mod route;
mod saving;
mod settings;
mod state;
pub mod text;

pub use app::{App, AppProps, Shared, World, frame, title};
pub use load::{Arrival, Shelf, start};
pub use part::Part;
pub use settings::{Settings, Theme};
pub use state::{Deed, Saving, State};
