import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { filesOf } from "./files.mjs";
import { declaredFunctions, listedFunctions, sources } from "./functions.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** All that would make the Functions host refuse the folder, or that has no business in Azure; empty when it can go there. */
export function problemsOf(app) {
  const files = filesOf(app);
  return [...missing(files), ...strangers(files), ...contentProblems(app), ...metadataProblems(app), ...libraryProblems(app), ...compiledProblems(app)];
}

/** Without one of these the host finds no function, or no worker. */
function missing(files) {
  const needed = ["host.json", "functions.metadata", "worker.config.json", "extensions.json", "LeadFunctions.dll", "LeadFunctions.deps.json", "LeadFunctions.runtimeconfig.json"];
  const problems = needed.filter((name) => !files.includes(name)).map((name) => `${name} is missing.`);
  return files.some((name) => name.startsWith(".azurefunctions/")) ? problems : [...problems, ".azurefunctions/ is missing."];
}

/** A laptop's settings, lock files, and what belongs to the local host alone. */
function strangers(files) {
  const local = filesOf(join(root, "local"), ["azurite"])
    .filter((name) => name.endsWith(".csproj") && !name.startsWith("packages/") && !name.includes("/obj/"))
    .map((name) => readFileSync(join(root, "local", name), "utf8").match(/<AssemblyName>(.*?)<\/AssemblyName>/)?.[1] ?? name.split("/").pop().slice(0, -".csproj".length));
  return files
    .filter((name) => /(^|\/)(local\.settings|packages\..*\.lock\.json$|\.env)/.test(name) || /sample/i.test(name) || local.some((assembly) => name.startsWith(`${assembly}.`)))
    .map((name) => `${name} has no business in the package.`);
}

/** What the clinic wrote goes along, and as it was written. */
function contentProblems(app) {
  return ["host.json", ...filesOf(join(sources, "content")).map((name) => `content/${name}`)]
    .filter((name) => !existsSync(join(app, name)) || !readFileSync(join(app, name)).equals(readFileSync(join(sources, name))))
    .map((name) => `${name} is not that of functions/.`);
}

/** The host knows the functions by this file; the sources say which there are. */
function metadataProblems(app) {
  const file = join(app, "functions.metadata");
  if (!existsSync(file)) {
    return [];
  }

  const listed = listedFunctions(file).map(described);
  const written = declaredFunctions().map(described);
  return [
    ...written.filter((name) => !listed.includes(name)).map((name) => `functions.metadata lacks ${name}.`),
    ...listed.filter((name) => !written.includes(name)).map((name) => `functions.metadata has ${name}, which functions/ has not.`),
  ];
}

function described({ name, level, methods, route, schedule }) {
  return route === undefined ? `${name} (${schedule ?? "no trigger"})` : `${name} (${level} ${methods.join()} /${route})`;
}

/** Every library beside ours was a package: the sources that stand in for packages elsewhere never go to Azure. */
function libraryProblems(app) {
  const file = join(app, "LeadFunctions.deps.json");
  if (!existsSync(file)) {
    return [];
  }

  return Object.entries(JSON.parse(readFileSync(file, "utf8")).libraries)
    .filter(([name, library]) => library.type !== "package" && !name.startsWith("LeadFunctions/"))
    .map(([name]) => `${name} was built from source, and is not the published package.`);
}

/** A process that starts in Azure has no second to spare for compiling. */
function compiledProblems(app) {
  const file = join(app, "LeadFunctions.dll");
  return !existsSync(file) || isReadyToRun(readFileSync(file)) ? [] : ["LeadFunctions.dll is not compiled ahead of time (ReadyToRun)."];
}

// ECMA-335, II.25: the PE optional header names the CLI header, whose last field names the native code (its ManagedNativeHeader).
function isReadyToRun(image) {
  const optional = image.readUInt32LE(0x3c) + 24;
  const directories = optional + (image.readUInt16LE(optional) === 0x20b ? 112 : 96);
  const cli = offsetOf(image, optional, image.readUInt32LE(directories + 14 * 8));
  return cli !== undefined && image.readUInt32LE(cli + 64) !== 0;
}

function offsetOf(image, optional, address) {
  const sections = optional + image.readUInt16LE(optional - 4);
  const count = image.readUInt16LE(optional - 18);
  for (let section = sections; section < sections + count * 40; section += 40) {
    const start = image.readUInt32LE(section + 12);
    if (address >= start && address < start + image.readUInt32LE(section + 16)) {
      return image.readUInt32LE(section + 20) + address - start;
    }
  }

  return undefined;
}
