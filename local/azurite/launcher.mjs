// Azurite's table service for one parent process: started with `node launcher.mjs --directory DIR` (or --memory), it prints
// {"port":N} once it accepts connections, and ends, with everything saved, when its standard input does.
//
// Azurite runs inside this process, not as its child, for four reasons: one process cannot lose the other; the kernel picks the
// port, so nobody can take it in between; Azurite's own command line drops the keep-alive option (it reads a misspelt flag); and its
// way of stopping closes connections before it has answered and does not wait for a save that is already under way.
import { parseArgs } from "node:util";
import { hold } from "./hold.mjs";
import { leash } from "./leash.mjs";

const oldestNode = 20;

/** Says what went wrong in one line, for the parent to show, and ends. */
function giveUp(error) {
  console.error(error.message.split("\n")[0]);
  process.exit(1);
}

async function main() {
  if (parseInt(process.versions.node, 10) < oldestNode) {
    throw new Error(`Node.js ${oldestNode} or newer is needed; this is ${process.versions.node}.`);
  }

  const { values: options } = parseArgs({
    options: { directory: { type: "string" }, memory: { type: "boolean" }, fresh: { type: "boolean" } },
  });
  if (!options.memory === !options.directory) {
    throw new Error("Usage: node launcher.mjs (--directory DIR [--fresh] | --memory)");
  }

  // First of all, so that a parent that goes while its child is still starting is noticed too.
  const released = leash();
  const held = options.memory ? undefined : await Promise.race([hold(options.directory), released]);
  if (!held && !options.memory) {
    process.exit(0);
  }

  process.on("exit", () => held?.close());
  const { startTables } = await import("./tables.mjs");
  const tables = await startTables(options);
  console.log(JSON.stringify({ port: tables.port }));

  // An error of the emulator ends it too, but must not cost the writes of the last seconds.
  const failed = new Promise((resolve) => process.once("uncaughtException", resolve));
  const failure = await Promise.race([released, failed]);
  await tables.stop();
  if (failure) {
    throw failure;
  }

  process.exit(0);
}

main().catch(giveUp);
