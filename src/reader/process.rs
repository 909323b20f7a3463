//! The near side: a worker process that may hang or die without harm to anything but its page.

use super::{FileInfo, PageReader, ReaderSettings, Reply, Request};
use crate::error::{Error, Result};
use crate::ocr::ReadPage;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// How worker processes are started and how long they may take.
#[derive(Clone, Debug)]
pub struct ProcessSettings {
    /// The program, and its arguments up to those of the reader.
    pub program: PathBuf,
    pub arguments: Vec<String>,
    pub reader: ReaderSettings,
    pub page_timeout: Duration,
}

/// A reader in a process of its own, started when first needed and again after it died.
pub struct ProcessReader {
    settings: ProcessSettings,
    running: Option<Running>,
}

struct Running {
    child: Child,
    requests: ChildStdin,
    replies: Receiver<std::io::Result<String>>,
}

impl ProcessReader {
    pub fn new(settings: ProcessSettings) -> Self {
        ProcessReader { settings, running: None }
    }

    fn start(&self) -> Result<Running> {
        let failed = |error: std::io::Error| Error::Engine(format!("a worker process could not be started: {error}"));
        let reader = serde_json::to_string(&self.settings.reader).map_err(|error| failed(error.into()))?;
        let mut child = Command::new(&self.settings.program)
            .args(&self.settings.arguments)
            .arg(reader)
            // Pages are read in parallel, so Tesseract must not be; its threads obey this only from the start.
            .env("OMP_THREAD_LIMIT", "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(failed)?;
        let (Some(requests), Some(stdout)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(Error::Engine("a worker process has no pipes".into()));
        };
        let (sender, replies) = channel();
        std::thread::spawn(move || {
            for line in BufReader::new(stdout).lines() {
                if sender.send(line).is_err() {
                    break;
                }
            }
        });
        Ok(Running { child, requests, replies })
    }

    fn ask(&mut self, request: &Request) -> Result<Reply> {
        let mut running = match self.running.take() {
            Some(running) => running,
            None => self.start()?,
        };
        let mut line = serde_json::to_vec(request).map_err(|error| Error::Engine(error.to_string()))?;
        line.push(b'\n');
        let sent = running.requests.write_all(&line).and_then(|()| running.requests.flush());
        let timeout = self.settings.page_timeout;
        let reply = match sent {
            Ok(()) => running.replies.recv_timeout(timeout),
            Err(_) => Err(RecvTimeoutError::Disconnected),
        };
        match reply {
            Ok(Ok(line)) => {
                self.running = Some(running);
                serde_json::from_str(&line)
                    .map_err(|error| Error::Engine(format!("a worker answered nonsense: {error}")))
            }
            Err(RecvTimeoutError::Timeout) => {
                running.stop();
                Err(Error::Engine(format!("no answer after {} seconds (--page-timeout)", timeout.as_secs())))
            }
            Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => {
                let ending = running.stop();
                Err(Error::Engine(format!("the worker process died ({ending})")))
            }
        }
    }
}

impl Running {
    /// Ends the process if it still runs, and says how it ended.
    fn stop(mut self) -> String {
        // One that died by itself has a status of its own: give it a moment to be known.
        for _ in 0..20 {
            if let Ok(Some(status)) = self.child.try_wait() {
                return status.to_string();
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        let _ = self.child.kill();
        self.child.wait().map_or_else(|error| error.to_string(), |status| status.to_string())
    }
}

impl Drop for ProcessReader {
    fn drop(&mut self) {
        if let Some(Running { child, requests, replies }) = self.running.take() {
            // The end of its input ends an idle worker; one that does not heed it is ended.
            drop(requests);
            finish(child, &replies);
        }
    }
}

/// Waits for a process to end by itself, but not for long.
fn finish(mut child: Child, replies: &Receiver<std::io::Result<String>>) {
    if !matches!(replies.recv_timeout(Duration::from_secs(5)), Err(RecvTimeoutError::Disconnected)) {
        let _ = child.kill();
    }
    let _ = child.wait();
}

impl PageReader for ProcessReader {
    fn open(&mut self, path: &Path) -> Result<FileInfo> {
        match self.ask(&Request::Open { path: path.to_owned() })? {
            Reply::Opened(info) => Ok(info),
            Reply::Failed(failure) => Err(failure.into()),
            Reply::Page(_) => Err(Error::Engine("a worker answered another question".into())),
        }
    }

    fn page(&mut self, file: &FileInfo, number: u32) -> Result<ReadPage> {
        match self.ask(&Request::Page { file: file.clone(), number })? {
            Reply::Page(page) => Ok(*page),
            Reply::Failed(failure) => Err(failure.into()),
            Reply::Opened(_) => Err(Error::Engine("a worker answered another question".into())),
        }
    }
}
