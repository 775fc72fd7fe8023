/** Firefox with the preferences that learners have; what it does off the site or in error is noted. */
import puppeteer from "puppeteer-core";

const NOWHERE = { "network.proxy.http": "127.0.0.1", "network.proxy.http_port": 9, "network.proxy.ssl": "127.0.0.1", "network.proxy.ssl_port": 9 };

/** Start it for a story {firefox, profile, host, bases}. */
export async function launch(story) {
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

  return { open, problems, close: () => browser.close() };
}

/** Run a story and write what was seen, or what went wrong. */
export async function tell(story, act) {
  const browser = await launch(story);
  try {
    const seen = [];
    for (const base of story.bases) {
      seen.push(await act(browser, base));
    }
    process.stdout.write(JSON.stringify({ seen, problems: browser.problems }));
  } catch (error) {
    process.stderr.write(browser.problems.concat(error.stack).join("\n"));
    process.exitCode = 1;
  } finally {
    await browser.close();
  }
}
