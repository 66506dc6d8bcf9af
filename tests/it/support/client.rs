//! A client that sends the bytes it is told to, also wrong ones.

use std::{
    fmt::Write as _,
    io::{Read as _, Write as _},
    net::{SocketAddr, TcpStream},
    time::Duration,
};

use serde_json::Value;

/// After this long without a byte a test fails.
const PATIENCE: Duration = Duration::from_secs(20);

pub struct Client {
    stream: TcpStream,
    buffer: Vec<u8>,
}

#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Reply {
    /// All lines of a header, joined.
    pub fn header(&self, name: &str) -> Option<String> {
        let found: Vec<_> =
            self.headers.iter().filter(|(key, _)| key == name).map(|(_, value)| value.as_str()).collect();
        (!found.is_empty()).then(|| found.join(", "))
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// The code of the first error.
    pub fn code(&self) -> String {
        let json = self.json();
        json["errors"][0]["extensions"]["code"].as_str().unwrap_or_else(|| panic!("no code: {json}")).to_owned()
    }
}

impl Client {
    pub fn new(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        Self { stream, buffer: Vec::new() }
    }

    pub fn send(&mut self, bytes: impl AsRef<[u8]>) {
        self.stream.write_all(bytes.as_ref()).unwrap();
    }

    /// Sends what can be sent to a server that may have hung up.
    pub fn try_send(&mut self, bytes: impl AsRef<[u8]>) -> bool {
        self.stream.write_all(bytes.as_ref()).is_ok()
    }

    /// A whole request with these header lines.
    pub fn request(&mut self, line: &str, headers: &[&str], body: &[u8]) -> Reply {
        let mut head = format!("{line} HTTP/1.1\r\nHost: test\r\n");
        for header in headers {
            write!(head, "{header}\r\n").unwrap();
        }
        if !body.is_empty() {
            write!(head, "Content-Length: {}\r\n", body.len()).unwrap();
        }
        self.send(head + "\r\n");
        self.send(body);
        self.reply()
    }

    pub fn get(&mut self, path: &str) -> Reply {
        self.request(&format!("GET {path}"), &[], b"")
    }

    /// The status of an answer whose body is not sent.
    pub fn status_of(&mut self, line: &str) -> u16 {
        self.send(format!("{line} HTTP/1.1\r\nHost: test\r\n\r\n"));
        self.head().status
    }

    pub fn post(&mut self, body: impl AsRef<[u8]>) -> Reply {
        self.request("POST /graphql", &["Content-Type: application/json"], body.as_ref())
    }

    /// A query that wants the strict media type.
    pub fn strict(&mut self, query: &str) -> Reply {
        let body = serde_json::json!({ "query": query }).to_string();
        let headers = ["Content-Type: application/json", "Accept: application/graphql-response+json"];
        self.request("POST /graphql", &headers, body.as_bytes())
    }

    pub fn query(&mut self, query: &str) -> Reply {
        self.post(serde_json::json!({ "query": query }).to_string())
    }

    pub fn reply(&mut self) -> Reply {
        let mut reply = self.head();
        reply.body = match reply.header("content-length") {
            Some(length) => self.exactly(length.parse().unwrap()),
            None if reply.header("transfer-encoding").is_some() => self.chunks(),
            None => Vec::new(),
        };
        reply
    }

    fn head(&mut self) -> Reply {
        let head = loop {
            match find(&self.buffer, b"\r\n\r\n") {
                Some(end) => break self.take(end + 4),
                None => assert!(self.fill(), "the connection ended before an answer: {:?}", self.buffer),
            }
        };
        let head = String::from_utf8(head).unwrap();
        let mut lines = head.trim_end().split("\r\n");
        let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
        let header = |line: &str| line.split_once(": ").map(|(name, value)| (name.to_lowercase(), value.to_owned()));
        let headers: Vec<_> = lines.filter_map(header).collect();
        Reply { status, headers, body: Vec::new() }
    }

    /// Whether the server closes the connection.
    pub fn is_closed(&mut self) -> bool {
        while self.fill() {}
        true
    }

    fn chunks(&mut self) -> Vec<u8> {
        let mut body = Vec::new();
        loop {
            while find(&self.buffer, b"\r\n").is_none() {
                assert!(self.fill());
            }
            let end = find(&self.buffer, b"\r\n").unwrap();
            let size = String::from_utf8(self.take(end + 2)).unwrap();
            let size = usize::from_str_radix(size.trim(), 16).unwrap();
            body.extend_from_slice(&self.exactly(size));
            self.exactly(2);
            if size == 0 {
                return body;
            }
        }
    }

    fn exactly(&mut self, count: usize) -> Vec<u8> {
        while self.buffer.len() < count {
            assert!(self.fill(), "the connection ended within an answer");
        }
        self.take(count)
    }

    fn take(&mut self, count: usize) -> Vec<u8> {
        self.buffer.drain(..count).collect()
    }

    /// Reads on; false at the end of the connection.
    fn fill(&mut self) -> bool {
        let mut chunk = [0; 4096];
        match self.stream.read(&mut chunk) {
            Ok(0) => false,
            Ok(count) => {
                self.buffer.extend_from_slice(&chunk[..count]);
                true
            }
            Err(error) if error.kind() == std::io::ErrorKind::ConnectionReset => false,
            Err(error) => panic!("no answer in time: {error}"),
        }
    }
}

fn find(text: &[u8], what: &[u8]) -> Option<usize> {
    text.windows(what.len()).position(|window| window == what)
}
