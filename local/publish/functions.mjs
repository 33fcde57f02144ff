import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { filesOf } from "./files.mjs";

/** The function app's sources. */
export const sources = fileURLToPath(new URL("../../functions", import.meta.url));

/** The functions that the sources declare: `{ name, level, methods, route }` of one that answers HTTP, `{ name, schedule }` of a timer. */
export function declaredFunctions() {
  return filesOf(sources, ["bin", "obj"])
    .filter((name) => name.endsWith(".cs"))
    .flatMap((name) => [...readFileSync(join(sources, name), "utf8").matchAll(/\[Function\("(?<name>\w+)"\)\](?<rest>[^]*?)(?=\[Function\(|$)/g)])
    .map(({ groups: { name, rest } }) => {
      const http = rest.match(/\[HttpTrigger\(AuthorizationLevel\.(?<level>\w+),(?<methods>[^\]]*?),\s*Route = "(?<route>[^"]*)"\)\]/)?.groups;
      const schedule = rest.match(/\[TimerTrigger\("(?<schedule>[^"]*)"/)?.groups.schedule;
      return http ? { name, level: http.level, methods: http.methods.match(/\w+/g).sort(), route: http.route } : { name, schedule };
    });
}

/** The same of what the Functions SDK wrote for the host to read. */
export function listedFunctions(file) {
  return JSON.parse(readFileSync(file, "utf8")).map(({ name, bindings }) => {
    const trigger = bindings.find((binding) => /trigger$/i.test(binding.type));
    return trigger.route === undefined
      ? { name, schedule: trigger.schedule }
      : { name, level: trigger.authLevel, methods: [...trigger.methods].sort(), route: trigger.route };
  });
}
