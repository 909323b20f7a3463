//! Stands in for the HTTP client that the build script of `tesseract-rs` would download Tesseract with.
//!
//! paragraf links the system's library, so that nothing is ever downloaded, and the client with its TLS would be most of
//! what a build from nothing compiles. Whatever is asked of this one fails with a line that says so.

/// The part of the client's interface that the build script calls.
pub mod blocking {
    use std::time::Duration;

    /// Why nothing came.
    #[derive(Debug)]
    pub struct Error;

    /// A client that never connects.
    #[derive(Default)]
    pub struct Client;

    /// Settings that decide nothing.
    pub struct ClientBuilder;

    /// A request that is never sent.
    pub struct Request;

    /// There is none.
    pub enum Response {}

    /// What no response holds.
    pub enum Bytes {}

    impl AsRef<[u8]> for Bytes {
        fn as_ref(&self) -> &[u8] {
            match *self {}
        }
    }

    /// The status of no response.
    pub enum Status {}

    impl std::fmt::Display for Status {
        fn fmt(&self, _: &mut std::fmt::Formatter) -> std::fmt::Result {
            match *self {}
        }
    }

    impl Status {
        pub fn is_success(&self) -> bool {
            match *self {}
        }
    }

    impl Client {
        pub fn new() -> Client {
            Client
        }

        pub fn builder() -> ClientBuilder {
            ClientBuilder
        }

        pub fn get(&self, _url: impl AsRef<str>) -> Request {
            Request
        }
    }

    impl ClientBuilder {
        pub fn timeout(self, _: Duration) -> ClientBuilder {
            self
        }

        pub fn build(self) -> Result<Client, Error> {
            Ok(Client)
        }
    }

    impl Request {
        pub fn send(self) -> Result<Response, Error> {
            eprintln!("nothing is downloaded here: install Tesseract's library (scripts/install.sh)");
            Err(Error)
        }
    }

    impl Response {
        pub fn status(&self) -> Status {
            match *self {}
        }

        pub fn copy_to(&mut self, _: &mut Vec<u8>) -> Result<u64, Error> {
            match *self {}
        }

        pub fn bytes(self) -> Result<Bytes, Error> {
            match self {}
        }
    }
}
