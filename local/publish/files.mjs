import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** All files under a folder by their paths from it, with slashes, in the order of their characters. */
export function filesOf(folder, leaveOut = []) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
    .filter((name) => !leaveOut.includes(name.split("/")[0]))
    .sort((one, other) => (one < other ? -1 : 1));
}
