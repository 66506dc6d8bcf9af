//! Every error code once: its HTTP status and its fixed sentence.

use actix_web::http::StatusCode;

use crate::gate::Reason;

/// Where a request fails decides how its status is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Before or beside GraphQL: the status always stands.
    Transport,
    /// The document, its operation or its variables: the status stands for `application/graphql-response+json`;
    /// `application/json` answers 200.
    Document,
    /// A resolver: 200, with what else was asked in `data`.
    Execution,
}

macro_rules! codes {
    ($( $code:ident $name:literal $stage:ident $status:literal $sentence:literal; )+) => {
        /// A stable word for what went wrong: `extensions.code`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Code {
            $( #[doc = $sentence] $code, )+
        }

        impl Code {
            /// All codes, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$code),+];

            /// As clients read it, e.g. `BAD_USER_INPUT`.
            pub fn name(self) -> &'static str {
                match self { $(Self::$code => $name),+ }
            }

            /// Where such a request fails.
            pub fn stage(self) -> Stage {
                match self { $(Self::$code => Stage::$stage),+ }
            }

            /// What is said when there is nothing more exact to say.
            pub fn sentence(self) -> &'static str {
                match self { $(Self::$code => $sentence),+ }
            }

            fn number(self) -> u16 {
                match self { $(Self::$code => $status),+ }
            }
        }
    };
}

codes! {
    BadRequest "BAD_REQUEST" Transport 400 "The request is malformed.";
    UnexpectedBody "UNEXPECTED_BODY" Transport 400 "No body is read here. Send bodies to /graphql, by POST.";
    PathNotFound "PATH_NOT_FOUND" Transport 404 "Nothing is at this address. GraphQL is at /graphql, a page about this server at /.";
    MethodNotAllowed "METHOD_NOT_ALLOWED" Transport 405 "Send POST; GET is for queries only.";
    NotAcceptable "NOT_ACCEPTABLE" Transport 406 "Accept application/graphql-response+json or application/json.";
    RequestTimeout "REQUEST_TIMEOUT" Transport 408 "The body did not arrive in time. Send it again.";
    PayloadTooLarge "PAYLOAD_TOO_LARGE" Transport 413 "The body is too large. Send less, or values as variables in several requests.";
    UriTooLong "URI_TOO_LONG" Transport 414 "The address is too long. Send the query by POST.";
    UnsupportedMediaType "UNSUPPORTED_MEDIA_TYPE" Transport 415 "Send Content-Type: application/json in UTF-8, without Content-Encoding.";
    InternalServerError "INTERNAL_SERVER_ERROR" Transport 500 "Something went wrong on this server. Tell its operator the request id.";
    Timeout "TIMEOUT" Transport 504 "The request took too long and was given up. Ask for less.";
    ParseFailed "GRAPHQL_PARSE_FAILED" Document 400 "The document is not GraphQL.";
    ValidationFailed "GRAPHQL_VALIDATION_FAILED" Document 400 "The document does not fit the schema.";
    OperationUnknown "OPERATION_RESOLUTION_FAILURE" Document 400 "Name one operation of the document in operationName.";
    QueryTooDeep "QUERY_TOO_DEEP" Document 400 "Fields are nested too deep. Ask for fewer levels.";
    QueryTooComplex "QUERY_TOO_COMPLEX" Document 400 "The request asks for too much at once. Ask for less.";
    BatchTooLarge "BATCH_TOO_LARGE" Document 400 "The batch holds too many operations. Send several.";
    BadUserInput "BAD_USER_INPUT" Document 400 "A value in the request cannot be used.";
    NotFound "NOT_FOUND" Execution 200 "There is no such object.";
}

impl Code {
    /// The code with this name, e.g. one that a resolver gave.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.name() == name)
    }

    /// Whether the client can do something about it; otherwise only its fixed sentence leaves the server.
    pub fn is_for_client(self) -> bool {
        self != Self::InternalServerError
    }

    /// The HTTP status of an answer that holds nothing else.
    pub fn status(self) -> StatusCode {
        StatusCode::from_u16(self.number()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

impl From<Reason> for Code {
    fn from(reason: Reason) -> Self {
        match reason {
            Reason::Parse => Self::ParseFailed,
            Reason::Validation => Self::ValidationFailed,
            Reason::Operation => Self::OperationUnknown,
            Reason::Input => Self::BadUserInput,
            Reason::Deep => Self::QueryTooDeep,
            Reason::Complex => Self::QueryTooComplex,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::Code;

    #[test]
    fn the_table_of_errors() {
        let mut table = String::new();
        for code in Code::ALL {
            let (name, stage, status) = (code.name(), code.stage(), code.status().as_u16());
            writeln!(table, "{name} | {stage:?} | {status} | {}", code.sentence()).unwrap();
        }
        insta::assert_snapshot!(table);
    }

    #[test]
    fn a_code_is_found_by_its_name() {
        assert!(Code::ALL.iter().all(|code| Code::named(code.name()) == Some(*code)));
        assert_eq!(Code::named("bad_user_input"), None);
    }
}
