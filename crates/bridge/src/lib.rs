//! HTTP and WebSocket over the router.
