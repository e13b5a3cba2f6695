//! What a function writes to standard output and error, as lines.

use std::collections::VecDeque;
use std::fs::File;
use std::future::pending;
use std::io::Read;

use tokio::io::{AsyncRead, AsyncReadExt};
use tokio::process::{Child, ChildStderr, ChildStdout};

/// Lines kept of one invocation; older ones are dropped.
const MAX_LINES: usize = 1_000;

/// Longest line; the rest is another line.
///
/// Source: AWS Lambda Developer Guide, "Sending Lambda function logs to CloudWatch Logs": longer
/// lines are split.
const MAX_LINE_BYTES: usize = 256 * 1024;

/// Bytes read at once.
const CHUNK: usize = 8 * 1024;

/// Most chunks read at the end of an invocation, so that a flood of output ends: 1 MB, many times
/// what a pipe holds.
const MAX_CHUNKS: usize = 128;

/// One stream of a process. Reading may be cancelled at any await without losing bytes.
#[derive(Debug)]
struct Stream<R> {
    reader: Option<R>,
    /// The same pipe, not blocking, for what has been written by now; tokio may learn of it later.
    pipe: Option<File>,
    partial: Vec<u8>,
}

impl<R: AsyncRead + Unpin> Stream<R> {
    fn new(reader: Option<R>, pipe: Option<File>) -> Self {
        Self { reader, pipe, partial: Vec::new() }
    }

    /// Waits for more bytes and gives the lines that they complete; never returns at the end.
    async fn read(&mut self) -> Vec<String> {
        let Some(reader) = &mut self.reader else { return pending().await };
        match reader.read_buf(&mut self.partial).await {
            Ok(0) | Err(_) => self.reader = None,
            Ok(_) => {}
        }
        let ended = self.reader.is_none();
        take_lines(&mut self.partial, ended)
    }

    /// The lines that have been written by now.
    fn read_now(&mut self) -> Vec<String> {
        let mut chunk = [0; CHUNK];
        for _ in 0..MAX_CHUNKS {
            match self.pipe.as_mut().map(|it| it.read(&mut chunk)) {
                Some(Ok(read @ 1..)) => self.partial.extend(chunk.iter().take(read)),
                Some(Ok(_) | Err(_)) | None => break,
            }
        }
        take_lines(&mut self.partial, false)
    }
}

/// Cuts the finished lines off the front of a buffer; all of it when nothing more will come.
fn take_lines(buffer: &mut Vec<u8>, ended: bool) -> Vec<String> {
    let mut lines = Vec::new();
    while !buffer.is_empty() {
        let line = match buffer.iter().position(|it| *it == b'\n') {
            Some(end) => buffer.drain(..=end).collect(),
            None if ended || buffer.len() >= MAX_LINE_BYTES => std::mem::take(buffer),
            None => break,
        };
        let line: Vec<u8> = line;
        lines.push(String::from_utf8_lossy(&line).trim_end_matches(['\n', '\r']).to_owned());
    }
    lines
}

/// Both streams of a process, and the lines since they were last taken.
#[derive(Debug)]
pub(super) struct Logs<O = ChildStdout, E = ChildStderr> {
    out: Stream<O>,
    err: Stream<E>,
    lines: VecDeque<String>,
}

impl Logs {
    /// The output of a child, which must have been started with pipes.
    pub(super) fn of(child: &mut Child) -> Self {
        let (out, err) = (child.stdout.take(), child.stderr.take());
        let (out_pipe, err_pipe) = (out.as_ref().and_then(clone), err.as_ref().and_then(clone));
        Self::new(Stream::new(out, out_pipe), Stream::new(err, err_pipe))
    }
}

impl<O: AsyncRead + Unpin, E: AsyncRead + Unpin> Logs<O, E> {
    fn new(out: Stream<O>, err: Stream<E>) -> Self {
        Self { out, err, lines: VecDeque::new() }
    }

    /// Waits for more output and keeps it.
    pub(super) async fn read(&mut self) {
        let lines = tokio::select! {
            // Pipes tell no order between them; a fixed one is at least the same each time.
            biased;
            lines = self.out.read() => lines,
            lines = self.err.read() => lines,
        };
        self.keep(lines);
    }

    /// Reads until both streams have ended; for a process that has.
    pub(super) async fn read_to_end(&mut self) {
        while self.out.reader.is_some() || self.err.reader.is_some() {
            self.read().await;
        }
    }

    /// Takes the lines so far. A function writes before it answers, so after its answer these are
    /// all lines of the invocation.
    pub(super) fn take(&mut self) -> Vec<String> {
        let (out, err) = (self.out.read_now(), self.err.read_now());
        self.keep(out);
        self.keep(err);
        self.lines.drain(..).collect()
    }

    fn keep(&mut self, lines: Vec<String>) {
        self.lines.extend(lines);
        let surplus = self.lines.len().saturating_sub(MAX_LINES);
        self.lines.drain(..surplus);
    }
}

/// A second handle on a pipe that tokio has made non-blocking.
#[cfg(unix)]
fn clone(pipe: &impl std::os::fd::AsFd) -> Option<File> {
    pipe.as_fd().try_clone_to_owned().ok().map(File::from)
}

/// Only Unix reads a pipe without blocking; elsewhere late lines belong to the next invocation.
#[cfg(not(unix))]
fn clone<T>(_pipe: &T) -> Option<File> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn lines_of_both_streams_are_kept_up_to_a_bound() {
        let many = "line\n".repeat(MAX_LINES + 5);
        let out = Stream::new(Some(many.as_bytes()), None);
        let err = Stream::new(Some(&b"last\r\nno end"[..]), None);
        let mut logs = Logs::new(out, err);
        logs.read_to_end().await;
        let lines = logs.take();
        assert_eq!(lines.len(), MAX_LINES);
        assert_eq!(lines.last().map(String::as_str), Some("no end"));
        assert!(logs.take().is_empty());
    }

    #[test]
    fn a_line_without_end_is_cut() {
        let mut buffer = vec![b'x'; MAX_LINE_BYTES];
        assert_eq!(take_lines(&mut buffer, false).len(), 1);
        let mut buffer = b"a\nb".to_vec();
        assert_eq!(take_lines(&mut buffer, false), ["a"]);
        assert_eq!(take_lines(&mut buffer, true), ["b"]);
    }
}
