// Checks what `dotnet publish functions` left in a folder, and zips it: node package.mjs APP ZIP. Every problem is one line; then no file is written.
import { createHash } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { problemsOf } from "./check.mjs";
import { zip } from "./zip.mjs";

const [app, file] = process.argv.slice(2);
if (!app || !file) {
  console.error("Usage: node package.mjs APP ZIP");
  process.exit(2);
}

const problems = problemsOf(app);
if (problems.length > 0) {
  rmSync(file, { force: true });
  console.error(problems.join("\n"));
  process.exit(1);
}

const { bytes, entries } = zip(app);
writeFileSync(file, bytes);
console.log(`${file}: ${entries} files, ${(bytes.length / 1e6).toFixed(1)} MB, sha256 ${createHash("sha256").update(bytes).digest("hex")}`);
