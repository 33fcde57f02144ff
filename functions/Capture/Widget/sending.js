// The way over a network that may fail, to an app that may have to wake up first.

const patience = 20_000;
const pauses = [1_000, 3_000, 8_000, 20_000, 45_000];

/** The form as our app makes it. XMLHttpRequest parses it into a document that runs no script, and Trusted Types allow that. */
const fetchForm = address =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'document';
    request.timeout = patience;
    request.onload = () => {
      const form = request.status === 200 && request.response?.querySelector('.widget');
      if (form) resolve(form);
      else reject(new Error(`The form was answered with ${request.status}.`));
    };
    request.onerror = request.ontimeout = () => reject(new Error('The form did not come.'));
    request.send();
  });

/**
 * One try, as plain forms post, so that no preflight is needed. Status 0 is an answer that did not come whole: nobody knows whether
 * it was stored.
 */
const post = async (address, body) => {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body,
      credentials: 'omit',
      signal: AbortSignal.timeout(patience),
    });
    const content = await response.json().catch(broken => {
      if (response.ok) throw broken;
      return {};
    });
    return { status: response.status, ok: response.ok, content, wait: Number(response.headers.get('Retry-After')) * 1_000 };
  } catch {
    return { status: 0 };
  }
};

const mayPass = ({ status }) => status === 0 || status === 408 || status === 429 || status >= 500;

/**
 * Sends until there is an answer that will not change. The body stays the same, its submissionId with it: however often it
 * arrives, it is stored once.
 * @param {(time: number | null) => Promise<void>} pause Resolves when the next try is due; null waits for the network to come back.
 */
const send = async (address, body, pause) => {
  for (const time of pauses) {
    const answer = await post(address, body);
    if (!mayPass(answer)) return answer;
    await pause(navigator.onLine ? Math.max(time, answer.wait || 0) : null);
  }
  return post(address, body);
};
