/**
 * One learner in Firefox. Reads {firefox, profile, host, bases, quiz, session, question, option} as JSON from
 * its argument, writes what was seen as JSON to its output.
 */
import puppeteer from "puppeteer-core";

import * as inPage from "./in_page.mjs";

const story = JSON.parse(process.argv[2]);
const NOWHERE = { "network.proxy.http": "127.0.0.1", "network.proxy.http_port": 9, "network.proxy.ssl": "127.0.0.1", "network.proxy.ssl_port": 9 };
const preferences = {
  // Drivers set these two otherwise, and then files share one storage, which no learner's Firefox does.
  "security.fileuri.strict_origin_policy": true,
  "remote.prefs.recommended": false,
  // The site's host is this machine; everything else ends at a closed port.
  "network.dns.localDomains": story.host,
  "network.proxy.type": 1,
  "network.proxy.no_proxies_on": story.host,
  "network.proxy.failover_direct": false,
  ...NOWHERE,
  "intl.accept_languages": "zh-CN",
  "datareporting.policy.dataSubmissionEnabled": false,
  "app.normandy.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
};
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: story.firefox,
  headless: true,
  userDataDir: story.profile,
  extraPrefsFirefox: preferences,
});
const problems = [];

async function open(url) {
  const page = await browser.newPage();
  page.on("console", (message) => {
    if (message.type() === "error") {
      problems.push("console: " + message.text());
    }
  });
  page.on("pageerror", (error) => problems.push("uncaught: " + error.message));
  page.on("request", (request) => {
    if (!/^(data|blob|about):/.test(request.url()) && !story.bases.some((base) => request.url().startsWith(base))) {
      problems.push("request off the site: " + request.url());
    }
  });
  await page.goto(url);
  return page;
}

/** One question of a session, the next one, and the same after a reload. */
async function practise(url) {
  const page = await open(url);
  const first = await page.evaluate(inPage.asked, { before: "" });
  await page.evaluate(inPage.respond, story);
  const answered = await page.evaluate(inPage.verdict, story);
  await page.evaluate(inPage.goOn);
  const next = await page.evaluate(inPage.asked, { before: first });
  await page.reload();
  const resumed = await page.evaluate(inPage.asked, { before: "" });
  return { first, answered, next, resumed, recorded: await page.evaluate(inPage.recorded) };
}

async function study(base) {
  const quiz = await open(base + story.quiz);
  await quiz.evaluate(inPage.respond, story);
  const answered = await quiz.evaluate(inPage.verdict, story);
  await quiz.reload();
  const reloaded = await quiz.evaluate(inPage.verdict, story);
  const home = await open(base + "index.html");
  const atHome = await home.evaluate(inPage.study);
  await quiz.evaluate(inPage.sharedStorage, { name: "trap", value: "quiz" });
  const seenByHome = await home.evaluate(inPage.sharedStorage, { name: "trap", value: "home" });
  const session = await practise(base + story.session);
  await home.click('[data-lx-switch="dark"]');
  await quiz.reload();
  await quiz.waitForFunction(() => document.body.getAttribute("data-md-color-scheme") === "slate");
  return { answered, reloaded, home: atHome, seenByHome, session };
}

try {
  const seen = [];
  for (const base of story.bases) {
    seen.push(await study(base));
  }
  process.stdout.write(JSON.stringify({ seen, problems }));
} catch (error) {
  process.stderr.write(problems.concat(error.stack).join("\n"));
  process.exitCode = 1;
} finally {
  await browser.close();
}
