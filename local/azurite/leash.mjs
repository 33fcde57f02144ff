const parentCheckMilliseconds = 1_000;
const graceMilliseconds = 15_000;

/**
 * Resolves when this process should end: its parent has gone, by any death, kill -9 included.
 *
 * The sign is the end of standard input, a pipe whose other end only the parent holds; a changed parent id is the second sign, for
 * the case that somebody else inherited that end. Signals are not obeyed at once: Ctrl-C reaches every process of the terminal, and
 * the parent still has requests to finish and to store. It is the parent that leaves first; if it stays, the grace ends the wait,
 * and so does a second signal.
 */
export function leash() {
  let resolve;
  const released = new Promise((released) => (resolve = released));

  const parent = process.ppid;
  process.stdin.on("end", () => resolve()).on("error", () => resolve()).resume();
  setInterval(() => process.ppid === parent || resolve(), parentCheckMilliseconds).unref();

  let asked = false;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      if (asked) {
        resolve();
      }

      asked = true;
      setTimeout(resolve, graceMilliseconds).unref();
    });
  }

  // The parent may have closed our output before it went; that must not end us before the data is saved.
  process.stdout.on("error", () => {});
  process.stderr.on("error", () => {});
  return released;
}
