/** Ask a site's search in Firefox with the preferences that learners have: a plan of search_browsers.py in, what was seen out. */
import { readFileSync } from "node:fs";

import puppeteer from "puppeteer-core";

const plan = JSON.parse(readFileSync(process.argv[2], "utf-8"));
const inPage = readFileSync(plan.inPage, "utf-8");
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: plan.firefox,
  headless: true,
  userDataDir: plan.profile,
  protocolTimeout: 900000,
  extraPrefsFirefox: {
    "security.fileuri.strict_origin_policy": true,
    "remote.prefs.recommended": false,
    "network.dns.localDomains": plan.host,
    "network.proxy.type": 1,
    "network.proxy.no_proxies_on": plan.host,
    "network.proxy.failover_direct": false,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "intl.accept_languages": "zh-CN",
    "datareporting.policy.dataSubmissionEnabled": false,
    "app.normandy.enabled": false,
    "browser.shell.checkDefaultBrowser": false,
  },
});

/** Do something in a page of a learner who was never here. */
async function inFreshPage(work) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.goto(plan.base + plan.page);
  await page.evaluate(inPage);
  await page.evaluate(() => lxSearchBench.idle());
  const seen = await work(page);
  await context.close();
  return seen;
}

const ask = (page, texts) => page.evaluate((given, asked) => lxSearchBench.ask(given, asked), plan.given, texts);

try {
  const first = [];
  const opened = [];
  for (const text of plan.fresh) {
    first.push(await inFreshPage((page) => page.evaluate((given, one) => lxSearchBench.first(given, one), plan.given, text)));
    if (plan.opens) {
      opened.push(await inFreshPage((page) => page.evaluate((one) => lxSearchBench.opened(one), text)));
    }
  }
  const seen = await inFreshPage(async (page) => {
    const loaded = await page.evaluate(() => lxSearchBench.loaded());
    const answers = await ask(page, plan.queries);
    const warm = [];
    for (const texts of plan.warm) {
      warm.push(...(await ask(page, texts)).map((answer) => answer.ms));
    }
    const longest = await page.evaluate((given, texts) => lxSearchBench.longest(given, texts), plan.given, plan.warm[plan.warm.length - 1]);
    return { page: loaded, answers, warm, long_task: longest };
  });
  process.stdout.write(JSON.stringify({ browser: (await browser.version()).replace("/", " "), first, opened, ...seen }));
} catch (error) {
  process.stderr.write(String(error.stack));
  process.exitCode = 1;
} finally {
  await browser.close();
}
