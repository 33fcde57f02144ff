import { parseArgs } from "node:util";
import { declaredFunctions, listedFunctions } from "../local/publish/functions.mjs";

const json = { accept: "application/json", "content-type": "application/json" };

// What an anonymous caller should get from a function, where more can be said of it than below. None of these stores anything.
const expected = {
  Health: { status: 200, body: /"live"/ },
  Readiness: { status: 200, body: /"oldestDueSeconds"/ },
  GetConcerns: { status: 200, body: /"id"/ },
  GetArticles: { status: 200, body: /"slug"/ },
  AppointmentForm: { status: 200, body: /<form/ },
  CallForm: { status: 200, body: /<form/ },
  WidgetScript: { status: 200, type: /javascript/ },
  WidgetForm: { path: "widget/appointment", status: 200, body: /<form/ },
  CaptureAppointment: { status: 400, type: /problem\+json/ },
  CaptureCall: { status: 400, type: /problem\+json/ },
  EmailEvents: { status: [401, 503] },
  AcsEvents: { status: [401, 503] },
  OpenArticleLink: { status: 404 },
  ThanksPage: { status: 404 },
  ThanksCalendar: { status: 404 },
  UnsubscribePage: { status: 404 },
  Unsubscribe: { status: 404 },
  Preflight: { path: "api/appointments", status: 204 },
};

const anyToken = "smoke-test";
const seconds = 30;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { metadata: { type: "string" }, show: { type: "boolean" }, wait: { type: "string", default: "0" } } });
if (positionals.length !== 1 || !URL.canParse(positionals[0])) {
  console.error("Usage: infra/smoke.sh BASE_URL [--metadata FILE] [--wait SECONDS] [--show]");
  process.exit(2);
}

await untilLive(Number(values.wait));
const functions = (values.metadata ? listedFunctions(values.metadata) : declaredFunctions()).filter(({ route }) => route !== undefined);
const wrong = [];
for (const each of functions) {
  for (const method of each.methods) {
    wrong.push(...(await problemsOf(each, method.toUpperCase())));
  }
}

console.error(wrong.join("\n"));
console.log(`${functions.length} functions asked, ${wrong.length} answers wrong`);
process.exit(functions.length > 0 && wrong.length === 0 ? 0 : 1);

/** A deployment takes its moment; what is wrong after it is wrong. */
async function untilLive(patience) {
  const end = Date.now() + patience * 1000;
  while (Date.now() < end && (await ask("GET", "health").catch(() => undefined))?.status !== 200) {
    await new Promise((resolve) => setTimeout(resolve, 2000));
  }
}

async function problemsOf({ name, level, route }, method) {
  const wish = level === "Anonymous" ? (expected[name] ?? {}) : { status: 401 };
  const path = wish.path ?? route.replaceAll(/\{[^}]*\}/g, anyToken);
  const where = `${method} /${path} (${name})`;
  const answer = await ask(method, path).catch((error) => error);
  if (answer instanceof Error) {
    return [`${where}: no answer, ${answer.cause?.code ?? answer.message}.`];
  }

  if (values.show) {
    console.log(`${where}: ${answer.status} ${[...answer.headers].filter(([header]) => !["date", "server"].includes(header)).map((pair) => pair.join("=")).join("; ")}`);
  }

  return [...told(answer, wish, level, method)].map((problem) => `${where}: ${problem}`);
}

/** A redirect is an answer of ours, and not followed. */
async function ask(method, path) {
  const response = await fetch(new URL(path, `${positionals[0].replace(/\/$/, "")}/`), {
    method,
    headers: method === "POST" ? json : {},
    body: method === "POST" ? "{}" : undefined,
    redirect: "manual",
    signal: AbortSignal.timeout(seconds * 1000),
  });
  return { status: response.status, headers: response.headers, body: await response.text() };
}

function* told({ status, headers, body }, wish, level, method) {
  const statuses = [wish.status ?? []].flat();
  if (statuses.length > 0 ? !statuses.includes(status) : status >= 500) {
    yield `${status}, not ${statuses.join(" or ") || "below 500"}.`;
  }

  // The host answers for a key that is missing; all else goes through the app, which sets this on whatever it answers.
  if (level === "Anonymous" && !headers.has("content-security-policy")) {
    yield "no Content-Security-Policy: it was not the app that answered.";
  }

  if (wish.type && !wish.type.test(headers.get("content-type") ?? "")) {
    yield `Content-Type ${headers.get("content-type")}, not ${wish.type}.`;
  }

  if (wish.body && method !== "HEAD" && !wish.body.test(body)) {
    yield `its body lacks ${wish.body}.`;
  }
}
