//! The near side: a worker process that may hang or die without harm to anything but its page.

use super::{Crop, Effort, FileInfo, PageReader, ReaderSettings, Reply, Request, Stop};
use crate::error::{Error, Result};
use crate::ocr::ReadPage;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// How worker processes are started and how long they may take.
#[derive(Clone, Debug)]
pub struct ProcessSettings {
    /// The program, and its arguments up to those of the reader.
    pub program: PathBuf,
    /// The arguments that make the program a worker.
    pub arguments: Vec<String>,
    /// What the worker must be told.
    pub reader: ReaderSettings,
    /// How long a page may take.
    pub page_timeout: Duration,
    /// Pages in hand are dropped some time after a stop is wanted.
    pub stop: Stop,
}

/// A reader in a process of its own, started when first needed and again after it died.
pub struct ProcessReader {
    settings: ProcessSettings,
    running: Option<Running>,
}

struct Running {
    child: Child,
    requests: ChildStdin,
    replies: Receiver<std::io::Result<Vec<u8>>>,
    /// Whether it complained of too little memory before it died.
    is_starved: Arc<AtomicBool>,
}

/// No page has so much text; a worker that answers more is out of its mind.
const MOST_REPLY: u64 = 256 << 20;
/// How often a stop is looked for while a worker works.
const LOOK_EVERY: Duration = Duration::from_millis(200);

impl ProcessReader {
    /// The worker is started when the first file is opened.
    pub fn new(settings: ProcessSettings) -> Self {
        ProcessReader { settings, running: None }
    }

    fn start(&self) -> Result<Running> {
        let failed = |error: std::io::Error| Error::Engine(format!("a worker process could not be started: {error}"));
        let reader = serde_json::to_string(&self.settings.reader).map_err(|error| Error::Engine(error.to_string()))?;
        let mut command = Command::new(&self.settings.program);
        command
            .args(&self.settings.arguments)
            .arg(reader)
            // Pages are read in parallel, so Tesseract must not be; its threads obey this only from the start.
            .env("OMP_THREAD_LIMIT", "1")
            // A page's buffers are asked for again and again: glibc is not to give each back to the system at once.
            .env("MALLOC_MMAP_THRESHOLD_", (32 << 20).to_string())
            .env("MALLOC_TRIM_THRESHOLD_", (256 << 20).to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        #[cfg(unix)]
        {
            // Ctrl-C goes to a terminal's whole group: workers are ended by this process, not by the terminal.
            use std::os::unix::process::CommandExt;
            command.process_group(0);
        }
        let mut child = command.spawn().map_err(failed)?;
        let (Some(requests), Some(stdout), Some(stderr)) =
            (child.stdin.take(), child.stdout.take(), child.stderr.take())
        else {
            return Err(Error::Engine("a worker process has no pipes".into()));
        };
        let (sender, replies) = channel();
        std::thread::spawn(move || {
            let mut stdout = BufReader::new(stdout);
            while let Some(line) = reply_line(&mut stdout) {
                let is_last = line.is_err();
                if sender.send(line).is_err() || is_last {
                    break;
                }
            }
        });
        let is_starved = Arc::new(AtomicBool::new(false));
        let starved = Arc::clone(&is_starved);
        std::thread::spawn(move || listen(stderr, &starved));
        Ok(Running { child, requests, replies, is_starved })
    }

    fn ask(&mut self, request: &Request) -> Result<Reply> {
        if self.settings.stop.is_urgent() {
            return Err(Error::Stopped);
        }
        let mut running = match self.running.take() {
            Some(running) => running,
            None => self.start()?,
        };
        let mut line = serde_json::to_vec(request).map_err(|error| Error::Engine(error.to_string()))?;
        line.push(b'\n');
        let sent = running.requests.write_all(&line).and_then(|()| running.requests.flush());
        let timeout = self.settings.page_timeout;
        let reply = match sent {
            Ok(()) => self.wait(&running, Instant::now() + timeout),
            Err(_) => Err(Silence::Dead),
        };
        match reply {
            Ok(line) => match serde_json::from_slice(&line) {
                Ok(reply) => {
                    self.running = Some(running);
                    Ok(reply)
                }
                Err(_) => {
                    running.stop();
                    // What it said instead may be text of the page.
                    Err(Error::Engine("a worker answered nonsense".into()))
                }
            },
            Err(Silence::Late) => {
                running.stop();
                Err(Error::Engine(format!("no answer after {} seconds (--page-timeout)", timeout.as_secs())))
            }
            Err(Silence::Stopped) => {
                running.stop();
                Err(Error::Stopped)
            }
            Err(Silence::Dead) => {
                let is_starved = Arc::clone(&running.is_starved);
                let ending = running.stop();
                Err(Error::Engine(match (self.settings.reader.memory_mib, is_starved.load(Ordering::SeqCst)) {
                    (Some(mib), true) => format!("it needs more than {mib} MiB of memory (--worker-memory)"),
                    (None, true) => "there is not enough memory for it".into(),
                    (_, false) => format!("the worker process died ({ending})"),
                }))
            }
        }
    }

    fn wait(&self, running: &Running, until: Instant) -> std::result::Result<Vec<u8>, Silence> {
        loop {
            let left = until.saturating_duration_since(Instant::now());
            match running.replies.recv_timeout(left.min(LOOK_EVERY)) {
                Ok(Ok(line)) => return Ok(line),
                Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => return Err(Silence::Dead),
                Err(RecvTimeoutError::Timeout) if left.is_zero() => return Err(Silence::Late),
                Err(RecvTimeoutError::Timeout) if self.settings.stop.is_urgent() => return Err(Silence::Stopped),
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
    }
}

/// Why there is no answer.
enum Silence {
    Dead,
    Late,
    Stopped,
}

/// A line of a worker's answers without its end; none at their end.
fn reply_line(stdout: &mut impl BufRead) -> Option<std::io::Result<Vec<u8>>> {
    let mut line = Vec::new();
    match stdout.by_ref().take(MOST_REPLY).read_until(b'\n', &mut line) {
        Ok(0) => None,
        Ok(_) if line.pop_if(|last| *last == b'\n').is_some() => Some(Ok(line)),
        Ok(_) => Some(Err(std::io::ErrorKind::InvalidData.into())),
        Err(error) => Some(Err(error)),
    }
}

/// Reads a worker's complaints to their end. None is passed on, since they may quote the page; only
/// whether it lacked memory is told.
fn listen(stderr: impl Read, is_starved: &AtomicBool) {
    let mut stderr = BufReader::new(stderr);
    let mut line = Vec::new();
    while let Ok(1..) = stderr.by_ref().take(1 << 16).read_until(b'\n', &mut line) {
        let text = String::from_utf8_lossy(&line);
        if ["memory allocation of", "bad_alloc", "out of memory"].iter().any(|sign| text.contains(sign)) {
            is_starved.store(true, Ordering::SeqCst);
        }
        line.clear();
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
        if let Some(Running { child, requests, replies, .. }) = self.running.take() {
            // The end of its input ends an idle worker; one that does not heed it is ended.
            drop(requests);
            finish(child, &replies);
        }
    }
}

/// Waits for a process to end by itself, but not for long.
fn finish(mut child: Child, replies: &Receiver<std::io::Result<Vec<u8>>>) {
    if !matches!(replies.recv_timeout(Duration::from_secs(5)), Err(RecvTimeoutError::Disconnected)) {
        let _ = child.kill();
    }
    let _ = child.wait();
}

impl PageReader for ProcessReader {
    fn open(&mut self, path: &Path) -> Result<FileInfo> {
        match self.ask(&Request::Open { path: path.to_owned() })? {
            Reply::Opened(info) => Ok(info),
            reply => Err(unexpected(reply)),
        }
    }

    fn page(&mut self, file: &FileInfo, number: u32, effort: Effort) -> Result<ReadPage> {
        match self.ask(&Request::Page { file: file.clone(), number, effort })? {
            Reply::Page(page) if page.page.number == number => Ok(*page),
            reply => Err(unexpected(reply)),
        }
    }

    fn crops(&mut self, file: &FileInfo, crop: &Crop) -> Result<Vec<Vec<u8>>> {
        match self.ask(&Request::Crops { file: file.clone(), crop: crop.clone() })? {
            Reply::Crops(pictures) => pictures
                .iter()
                .map(|picture| BASE64.decode(picture))
                .collect::<std::result::Result<_, _>>()
                .map_err(|_| Error::Engine("a worker answered nonsense".into())),
            reply => Err(unexpected(reply)),
        }
    }
}

fn unexpected(reply: Reply) -> Error {
    match reply {
        Reply::Failed(failure) => failure.into(),
        _ => Error::Engine("a worker answered another question".into()),
    }
}
