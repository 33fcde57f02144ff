// The arithmetic of docs/operations.md: `node docs/scale.mjs` prints the tables that stand there. A test holds the page, and these numbers, to the code.

// What the app does (tests/Infra/ScalePlanTests.cs).
const shards = 16;
const mailsAtOnce = 64;
const measuredMailsPerSecond = 185; // ./bench on two cores that others used as well: beyond this the app itself is what limits
const visitorMails = 4; // a confirmation and three articles
const drainEverySeconds = 60;
const drainSeconds = 45; // how long it works before it leaves the rest to the next

// Requests of Table Storage, counted on Azurite through the app: one request may be a transaction of many entities.
const captureRequests = 1;
const alertRequests = 3;
const visitorMailRequests = 4;

// Targets that Microsoft documents: entities a second of one partition, requests a second of one account.
const partitionEntities = 2_000;
const accountRequests = 20_000;
const captureEntities = 7;

// Assumed: how long the provider takes, and what 10,000 requests cost (dollars, locally redundant; look yours up).
const mailSeconds = 0.1;
const dollarsPer10000 = 0.00036;
const rowsOfContact = 12;
const bytesOfRow = 600;

// Measured (./bench --only scrub): what the scrubber keeps of a lead with three mails until its shard is done.
const scrubBytesOfLead = 1_800;

const whole = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const requestsOfLead = captureRequests + alertRequests + visitorMails * visitorMailRequests;
const mailsPerSecond = Math.min(mailsAtOnce / mailSeconds, measuredMailsPerSecond);
const mailsPerSecondInAll = (mailsPerSecond * drainSeconds) / drainEverySeconds;
const dollars = (requests) => `$${((requests / 10_000) * dollarsPer10000).toFixed(5)}`;

console.log("| what | arithmetic | result |\n| --- | --- | --- |");
for (const row of [
  ["storage requests of one lead, from capture to its last article", `${captureRequests} + ${alertRequests} + ${visitorMails} × ${visitorMailRequests}`, `${requestsOfLead}`],
  ["storage requests of 1,000 leads", `1,000 × ${requestsOfLead}`, `${whole.format(1000 * requestsOfLead)}, ${dollars(1000 * requestsOfLead)}`],
  ["mails of 1,000 leads, one staff member", `1,000 × (1 + ${visitorMails})`, whole.format(1000 * (1 + visitorMails))],
  ["storage requests of a month without a lead", `${shards} shards × 60 × 24 × 30`, `${whole.format(shards * 60 * 24 * 30)}, ${dollars(shards * 60 * 24 * 30)}`],
  ["leads a second that one shard captures", `${whole.format(partitionEntities)} ÷ ${captureEntities}`, whole.format(Math.floor(partitionEntities / captureEntities))],
  ["leads a second that the shards capture", `${shards} × ${whole.format(Math.floor(partitionEntities / captureEntities))}`, whole.format(shards * Math.floor(partitionEntities / captureEntities))],
  ["mails a second while the drain works", `${mailsAtOnce} at once ÷ ${mailSeconds} s, at most the ${measuredMailsPerSecond} that were measured`, whole.format(mailsPerSecond)],
  ["mails a second in all", `${whole.format(mailsPerSecond)} × ${drainSeconds} s of every ${drainEverySeconds} s`, whole.format(mailsPerSecondInAll)],
  ["leads a second whose alert and confirmation keep up", `${whole.format(mailsPerSecondInAll)} ÷ 2`, whole.format(mailsPerSecondInAll / 2)],
  ["10 million contacts: in one shard", `10,000,000 ÷ ${shards}`, whole.format(10_000_000 / shards)],
  ["10 million contacts: bytes", `10,000,000 × ${rowsOfContact} rows × ${bytesOfRow} bytes`, `${whole.format((10_000_000 * rowsOfContact * bytesOfRow) / 1e9)} GB`],
  ["10 million contacts: memory of the scrubber, which holds a shard", `${whole.format(10_000_000 / shards)} × ${whole.format(scrubBytesOfLead)} bytes`, `${((10_000_000 / shards) * scrubBytesOfLead / 1e9).toFixed(1)} GB`],
]) {
  console.log(`| ${row.join(" | ")} |`);
}

console.log("\n| leads a second, for ten minutes | requests a second | of the account's target | alert and confirmation are late by at most | late until, after the last lead |\n| --- | --- | --- | --- | --- |");
for (const rate of [1, 100, 1_000]) {
  const requests = rate * (captureRequests + alertRequests + visitorMailRequests);
  const { latest, until } = burst(rate, 600);
  console.log(`| ${whole.format(rate)} | ${whole.format(requests)} | ${((requests / accountRequests) * 100).toFixed(1)} % | ${whole.format(latest)} s | ${whole.format(until)} s |`);
}

/** Second by second: leads come, each with two mails that are due at once, first come first served; the drain takes what it can. */
function burst(rate, seconds) {
  let sent = 0;
  let latest = 0;
  for (let now = 0; ; now++) {
    const due = 2 * rate * Math.min(now, seconds);
    if (now >= drainEverySeconds && now % drainEverySeconds < drainSeconds) {
      sent = Math.min(due, sent + mailsPerSecond);
    }

    latest = Math.max(latest, now - sent / (2 * rate) - (now > seconds ? 0 : 1));
    if (now > seconds && sent >= due) {
      return { latest: Math.min(latest, now), until: now - seconds };
    }
  }
}
