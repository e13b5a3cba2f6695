//! S3: the buckets of the template in a temporary folder, with events for new objects.

use std::collections::BTreeSet;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Path as UrlPath, Request, State};
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use s3s::auth::SimpleAuth;
use s3s::service::{S3Service, S3ServiceBuilder};
use serde_json::json;
use tempfile::TempDir;

use super::CREDENTIALS;
use super::bus::Bus;
use super::error::AwsError;
use super::wire;
use crate::template::{ACCOUNT, Bucket};
use aws_events::eventbridge::ObjectCreated;

/// The buckets and their objects.
pub(super) struct S3 {
    service: S3Service,
    folder: TempDir,
    buckets: BTreeSet<String>,
    /// The buckets whose events go to EventBridge.
    sending: BTreeSet<String>,
    bus: Arc<Bus>,
}

impl std::fmt::Debug for S3 {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("S3").field("folder", &self.folder).finish_non_exhaustive()
    }
}

impl S3 {
    pub(super) fn new(buckets: &[Bucket], bus: Arc<Bus>) -> Result<Self, AwsError> {
        let folder =
            TempDir::with_prefix("callwright-").map_err(|source| AwsError::Folder { source })?;
        for bucket in buckets {
            std::fs::create_dir(folder.path().join(&bucket.name))
                .map_err(|source| AwsError::Folder { source })?;
        }
        let files = s3s_fs::FileSystem::new(folder.path())
            .map_err(|error| AwsError::S3 { message: format!("{error:?}") })?;
        let mut builder = S3ServiceBuilder::new(files);
        builder.set_auth(SimpleAuth::from_single(CREDENTIALS, CREDENTIALS));
        let service = builder.build();
        let sending = buckets.iter().filter(|it| it.sends_events);
        let sending = sending.map(|it| it.name.clone()).collect();
        let buckets = buckets.iter().map(|it| it.name.clone()).collect();
        Ok(Self { service, folder, buckets, sending, bus })
    }

    /// Whether the template has a bucket.
    pub(super) fn has_bucket(&self, bucket: &str) -> bool {
        self.buckets.contains(bucket)
    }

    /// Writes an object, as a service of AWS does that puts something into a bucket.
    pub(super) async fn put(&self, bucket: &str, key: &str, bytes: &[u8]) -> Result<(), AwsError> {
        if !self.has_bucket(bucket) {
            return Err(AwsError::NoBucket { bucket: bucket.to_owned() });
        }
        let written = match self.file(bucket, key) {
            Some(file) => write(&file, bytes).await,
            None => Err(io::Error::from(io::ErrorKind::InvalidFilename)),
        };
        written.map_err(|source| AwsError::Write {
            bucket: bucket.to_owned(),
            key: key.to_owned(),
            source,
        })?;
        self.created(bucket, key, "PutObject").await;
        Ok(())
    }

    /// Reads an object.
    pub(super) async fn get(&self, bucket: &str, key: &str) -> Option<Vec<u8>> {
        tokio::fs::read(self.file(bucket, key)?).await.ok()
    }

    /// The file of an object; `None` for keys that would leave the bucket's folder.
    fn file(&self, bucket: &str, key: &str) -> Option<PathBuf> {
        let key = Path::new(key);
        let inside = key.components().all(|it| matches!(it, Component::Normal(_)));
        inside.then(|| self.folder.path().join(bucket).join(key))
    }

    /// Tells EventBridge of a new object.
    async fn created(&self, bucket: &str, key: &str, reason: &str) {
        if !self.sending.contains(bucket) {
            return;
        }
        let Some(file) = self.file(bucket, key) else { return };
        let size = tokio::fs::metadata(file).await.map_or(0, |it| it.len());
        let detail = json!({
            "version": "0",
            "bucket": { "name": bucket },
            "object": { "key": key, "size": size, "sequencer": self.bus.sequence() },
            "request-id": self.bus.request_id(),
            "requester": ACCOUNT,
            "source-ip-address": "127.0.0.1",
            "reason": reason,
        });
        let resources = vec![format!("arn:aws:s3:::{bucket}")];
        self.bus.publish(ObjectCreated::SOURCE, ObjectCreated::DETAIL_TYPE, resources, detail);
    }
}

async fn write(file: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        tokio::fs::create_dir_all(folder).await?;
    }
    tokio::fs::write(file, bytes).await
}

/// The endpoint.
pub(super) fn router(s3: &Arc<S3>) -> Router {
    Router::new().route("/{bucket}/{*key}", any(object)).fallback(other).with_state(Arc::clone(s3))
}

/// A request about an object.
async fn object(
    State(s3): State<Arc<S3>>,
    UrlPath((bucket, key)): UrlPath<(String, String)>,
    request: Request,
) -> Response {
    if !s3.has_bucket(&bucket) {
        // Left to itself, `s3s-fs` would make the bucket when an object is put into it.
        let message = "The specified bucket does not exist";
        return wire::s3_error(StatusCode::NOT_FOUND, "NoSuchBucket", message);
    }
    let reason = creates(request.method(), request.uri(), request.headers());
    let response = pass_on(&s3, request).await;
    if let Some(reason) = reason
        && response.status().is_success()
    {
        s3.created(&bucket, &key, reason).await;
    }
    response
}

/// A request about a bucket, or about all.
async fn other(State(s3): State<Arc<S3>>, request: Request) -> Response {
    pass_on(&s3, request).await
}

async fn pass_on(s3: &S3, request: Request) -> Response {
    match s3.service.call(request.map(s3s::Body::http_body_unsync)).await {
        Ok(response) => response.map(Body::new),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, format!("{error:?}")).into_response(),
    }
}

/// The reason in the event that a request causes when it succeeds; `None` when it makes no object.
///
/// Source: Amazon S3 User Guide, "EventBridge event message structure".
fn creates(method: &Method, uri: &Uri, headers: &HeaderMap) -> Option<&'static str> {
    let query = uri.query().unwrap_or_default();
    let mut names = query.split('&').map(|it| it.split('=').next().unwrap_or_default());
    if *method == Method::POST {
        return names.any(|it| it == "uploadId").then_some("CompleteMultipartUpload");
    }
    // Everything but the name of the operation makes it a request about a part, tags or the like.
    let plain = names.all(|it| it.is_empty() || it == "x-id");
    if *method != Method::PUT || !plain {
        None
    } else if headers.contains_key("x-amz-copy-source") {
        Some("CopyObject")
    } else {
        Some("PutObject")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_requests_that_make_objects_cause_events() {
        let copy = HeaderMap::from_iter([(
            axum::http::HeaderName::from_static("x-amz-copy-source"),
            axum::http::HeaderValue::from_static("b/k"),
        )]);
        let none = HeaderMap::new();
        for (method, uri, headers, reason) in [
            (Method::PUT, "/b/k", &none, Some("PutObject")),
            (Method::PUT, "/b/k?x-id=PutObject", &none, Some("PutObject")),
            (Method::PUT, "/b/k", &copy, Some("CopyObject")),
            (Method::PUT, "/b/k?partNumber=1&uploadId=u", &none, None),
            (Method::PUT, "/b/k?tagging", &none, None),
            (Method::POST, "/b/k?uploadId=u", &none, Some("CompleteMultipartUpload")),
            (Method::POST, "/b/k?uploads", &none, None),
            (Method::GET, "/b/k", &none, None),
            (Method::DELETE, "/b/k", &none, None),
        ] {
            let uri: Uri = uri.parse().unwrap();
            assert_eq!(creates(&method, &uri, headers), reason, "{method} {uri}");
        }
    }
}
