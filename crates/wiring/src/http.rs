//! The HTTP client that all SDK clients of a function share.

use aws_smithy_http_client::Builder;
use aws_smithy_http_client::tls::{Provider, rustls_provider::CryptoMode};
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient,
    SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_runtime_api::shared::IntoShared;

/// One client for `https`, by rustls with ring, and one for `http`.
///
/// Each is set up by its first request. Reading the trusted certificates takes milliseconds, and
/// fails where there are none, so an endpoint that needs no TLS does not pay for it.
#[derive(Debug)]
struct ByScheme {
    plain: SharedHttpClient,
    tls: SharedHttpClient,
}

/// The shared client; clones share their connections.
pub(crate) fn client() -> SharedHttpClient {
    ByScheme {
        plain: Builder::new().build_http(),
        tls: Builder::new().tls_provider(Provider::Rustls(CryptoMode::Ring)).build_https(),
    }
    .into_shared()
}

impl HttpClient for ByScheme {
    fn http_connector(
        &self,
        settings: &HttpConnectorSettings,
        components: &RuntimeComponents,
    ) -> SharedHttpConnector {
        SharedHttpConnector::new(Connector {
            plain: self.plain.clone(),
            tls: self.tls.clone(),
            settings: settings.clone(),
            components: components.clone(),
        })
    }
}

/// Waits for the request to know its scheme. The clients keep their connections, not this.
#[derive(Debug)]
struct Connector {
    plain: SharedHttpClient,
    tls: SharedHttpClient,
    settings: HttpConnectorSettings,
    components: RuntimeComponents,
}

impl HttpConnector for Connector {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let client = if request.uri().starts_with("http://") { &self.plain } else { &self.tls };
        client.http_connector(&self.settings, &self.components).call(request)
    }
}
