import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdir, realpath } from "node:fs/promises";
import { statSync, unlinkSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Makes this process the only one that uses the directory; resolves when the one before has ended.
 *
 * The holder listens on a local socket. Whoever comes next connects and is told by the kernel when the holder ends, however it ends:
 * no process id that may by now be another's, nothing to ask again and again. The socket lies in the temporary directory because a
 * data directory may be on a file system without sockets (a folder shared with a container), and because its path must be short.
 */
export async function hold(directory) {
  await mkdir(directory, { recursive: true });
  const name = createHash("sha256").update(await realpath(directory)).digest("hex").slice(0, 16);
  const path = join(tmpdir(), `leadfunctions-azurite-${name}.sock`);
  for (;;) {
    const holder = await tryListen(path);
    if (holder) {
      return holder;
    }

    await holderEnds(path);
  }
}

async function tryListen(path) {
  const server = createServer().unref();
  try {
    server.listen(path);
    await once(server, "listening");
    return server;
  } catch (error) {
    if (error.code === "EADDRINUSE") {
      return undefined;
    }

    throw error;
  }
}

async function holderEnds(path) {
  const seen = identity(path);
  const socket = connect(path);
  try {
    await once(socket, "connect");
    await once(socket, "close");
  } catch (error) {
    // A holder that was killed leaves its socket behind. Only the very one that refused is removed: another process may have come
    // first and put its own in the place.
    if (error.code === "ECONNREFUSED" && identity(path) === seen) {
      unlinkSync(path);
    } else if (!["ECONNREFUSED", "ECONNRESET", "ENOENT"].includes(error.code)) {
      throw error;
    }
  }
}

function identity(path) {
  const file = statSync(path, { bigint: true, throwIfNoEntry: false });
  return file && `${file.ino} ${file.ctimeNs}`;
}
