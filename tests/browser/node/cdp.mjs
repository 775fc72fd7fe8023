/** Speak the DevTools protocol with an old Chromium, which today's drivers cannot. */
import { spawn } from "node:child_process";

/** Start `program` with its own profile. @returns {Promise<{open: Function, close: Function}>} */
export async function launch(program, profile, switches) {
  const child = spawn(
    program,
    ["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", `--user-data-dir=${profile}`, ...switches, "about:blank"],
    { stdio: ["ignore", "ignore", "pipe"] }
  );
  const connection = connect(await address(child));
  await connection.opened;
  const { targetInfos } = await connection.send("Target.getTargets");
  const { targetId } = targetInfos.find((target) => target.type === "page");
  const { sessionId } = await connection.send("Target.attachToTarget", { targetId, flatten: true });
  const send = (method, params) => connection.send(method, params, sessionId);
  const problems = [];
  connection.on("Runtime.exceptionThrown", ({ exceptionDetails }) => {
    problems.push("uncaught: " + (exceptionDetails.exception ? exceptionDetails.exception.description : exceptionDetails.text));
  });
  connection.on("Log.entryAdded", ({ entry }) => {
    if (entry.level === "error") {
      problems.push("console: " + entry.text + " " + (entry.url || ""));
    }
  });
  await send("Runtime.enable");
  await send("Log.enable");
  await send("Page.enable");

  return {
    problems,
    /** Load an address; resolves after the load event. */
    async open(url) {
      const loaded = connection.once("Page.loadEventFired");
      await send("Page.navigate", { url });
      await loaded;
    },
    /** @param {number} width @param {number} height */
    resize: (width, height) =>
      send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false }),
    /** Run a function of in_page.mjs in the page. */
    async run(work, given) {
      const expression = `(${work.toString()})(${JSON.stringify(given || {})})`;
      const { result, exceptionDetails } = await send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
      if (exceptionDetails) {
        throw new Error(exceptionDetails.exception ? exceptionDetails.exception.description : exceptionDetails.text);
      }
      return result.value;
    },
    close: () => child.kill(),
  };
}

/** The browser tells its address on stderr. @returns {Promise<string>} */
function address(child) {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stderr.on("data", (bytes) => {
      said += bytes;
      const found = /DevTools listening on (ws:\S+)/.exec(said);
      if (found) {
        resolve(found[1]);
      }
    });
    child.on("exit", () => reject(new Error(said)));
  });
}

function connect(url) {
  const socket = new WebSocket(url);
  const waiting = new Map();
  const listeners = new Map();
  let count = 0;
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(data);
    if (!message.id) {
      (listeners.get(message.method) || []).slice().forEach((listener) => listener(message.params));
      return;
    }
    const { resolve, reject } = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error) {
      reject(new Error(message.error.message));
    } else {
      resolve(message.result);
    }
  };
  const on = (method, listener) => listeners.set(method, [...(listeners.get(method) || []), listener]);
  return {
    opened: new Promise((resolve) => {
      socket.onopen = resolve;
    }),
    on,
    once: (method) => new Promise((resolve) => on(method, resolve)),
    send: (method, params = {}, sessionId = undefined) =>
      new Promise((resolve, reject) => {
        count += 1;
        waiting.set(count, { resolve, reject });
        socket.send(JSON.stringify({ id: count, method, params, sessionId }));
      }),
  };
}
