//! Keeps other web pages out. A page from the internet can make the browser call 127.0.0.1, and
//! can have its own name point there (DNS rebinding); so a request must name this PC as its
//! host, must not come from another origin, and a call must carry the token.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

/// Who may come in.
pub struct Guard {
    hosts: [String; 3],
    token: [u8; 32],
    policy: HeaderValue,
}

impl Guard {
    /// A guard for a bridge on this port with this token.
    #[must_use]
    pub fn new(port: u16, token: &str) -> Self {
        let hosts = [format!("127.0.0.1:{port}"), format!("localhost:{port}"), format!("[::1]:{port}")];
        let policy = format!(
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
             img-src 'self' data: blob:; font-src 'self' data:; \
             connect-src 'self' ws://{} ws://{}; object-src 'none'; base-uri 'none'; \
             form-action 'none'; frame-ancestors 'none'",
            hosts[0], hosts[1]
        );
        let policy = HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static("default-src 'none'"));
        Self { hosts, token: digest(token), policy }
    }

    /// Whether a token is the right one. Digests are compared, so that the time it takes says
    /// nothing of the token.
    #[must_use]
    pub fn knows(&self, token: &str) -> bool {
        digest(token) == self.token
    }

    /// Whether the request names this PC as its host and comes from a page of this bridge.
    fn is_from_here(&self, headers: &HeaderMap) -> bool {
        let text = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
        let host_ok = text(header::HOST).is_some_and(|host| self.hosts.iter().any(|own| own == host));
        let origin_ok = text(header::ORIGIN).is_none_or(|origin| {
            origin.strip_prefix("http://").is_some_and(|host| self.hosts.iter().any(|own| own == host))
        });
        host_ok && origin_ok
    }
}

/// Refuses strangers and adds the headers that every answer has.
pub(crate) async fn check(State(guard): State<Arc<Guard>>, request: Request, next: Next) -> Response {
    let mut response = if guard.is_from_here(request.headers()) {
        next.run(request).await
    } else {
        (StatusCode::FORBIDDEN, "this address serves the desk on this PC only").into_response()
    };
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, guard.policy.clone());
    for (name, value) in [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (header::REFERRER_POLICY, "no-referrer"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

fn digest(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(host: &str, origin: Option<&str>) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, host.parse().unwrap());
        if let Some(origin) = origin {
            headers.insert(header::ORIGIN, origin.parse().unwrap());
        }
        headers
    }

    #[test]
    fn only_this_pc_and_its_own_pages_come_in() {
        let guard = Guard::new(4000, "secret");
        let from = |host, origin| guard.is_from_here(&headers(host, origin));
        assert!(from("127.0.0.1:4000", None));
        assert!(from("localhost:4000", Some("http://localhost:4000")));
        assert!(from("[::1]:4000", None));
        assert!(!from("127.0.0.1:4001", None));
        assert!(!from("evil.example:4000", None));
        assert!(!from("localhost:4000", Some("http://evil.example")));
        assert!(!from("localhost:4000", Some("https://localhost:4000")));
        assert!(!from("localhost:4000", Some("null")));
        assert!(!guard.is_from_here(&HeaderMap::new()));
    }

    #[test]
    fn only_the_whole_token_is_known() {
        let guard = Guard::new(1, "secret");
        assert!(guard.knows("secret"));
        for other in ["", "secre", "secret ", "Secret"] {
            assert!(!guard.knows(other), "{other:?}");
        }
    }
}
