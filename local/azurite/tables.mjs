import { rm } from "node:fs/promises";
import { join } from "node:path";
import azuriteConfiguration from "azurite/dist/src/table/TableConfiguration.js";
import azuriteServer from "azurite/dist/src/table/TableServer.js";
import { seekPartitions } from "./seek.mjs";

const TableConfiguration = azuriteConfiguration.default;
const TableServer = azuriteServer.default;

// The name that Azurite's own commands use, so that they open the same data.
const fileName = "__azurite_db_table__.json";

// Node's default of 5 s is shorter than a pooled .NET connection idles (1 min): the next request would meet a reset.
const keepAliveSeconds = 300;

// Longer than any request takes here; a client that does not read its answer must not hold up the saving.
const answerMilliseconds = 5_000;

/** Starts the table service on a free port of the loopback address; `stop` resolves when all that was acknowledged is on disk. */
export async function startTables({ directory, memory, fresh }) {
  // Accounts of the developer's own would replace the well-known one that the connection string names.
  delete process.env.AZURITE_ACCOUNTS;
  const file = memory ? "" : join(directory, fileName);
  if (fresh) {
    await rm(file, { force: true });
  }

  const server = new TableServer(configuration(file, memory));
  const answered = countOpenRequests(server.httpServer);
  try {
    await server.start();
    seekPartitions(server.metadataStore);
  } catch (cause) {
    throw new Error(`The tables${memory ? "" : ` in ${file}`} cannot be opened: ${cause.message}`, { cause });
  }

  return { port: server.httpServer.address().port, stop: () => stop(server, answered) };
}

/**
 * Neither loose nor skipping the check of the API version: what the service would refuse is refused here. Telemetry is a matter of
 * Azurite's commands and is never set up by its server.
 */
function configuration(file, memory) {
  const port = 0;
  const accessLog = false;
  const debugLog = false;
  const result = new TableConfiguration("127.0.0.1", port, keepAliveSeconds, file, debugLog, accessLog);
  result.isMemoryPersistence = memory === true;
  return result;
}

async function stop(server, answered) {
  server.httpServer.removeAllListeners("request");
  server.httpServer.on("request", (_, response) => response.writeHead(503, { connection: "close" }).end());
  await answered();

  // Azurite saves on closing only what changed since the last save began, and would not wait for that one: save again, and wait.
  await new Promise((resolve, reject) => {
    server.metadataStore.db.saveDatabase((error) => (error ? reject(error) : resolve()));
  });
  await server.close();
}

/** Returns a function that waits until every request has its answer. */
function countOpenRequests(httpServer) {
  let open = 0;
  let idle = () => {};
  httpServer.prependListener("request", (_, response) => {
    open += 1;
    response.once("close", () => {
      open -= 1;
      if (open === 0) {
        idle();
      }
    });
  });

  return () => new Promise((resolve) => {
    idle = resolve;
    setTimeout(resolve, answerMilliseconds).unref();
    if (open === 0) {
      resolve();
    }
  });
}
