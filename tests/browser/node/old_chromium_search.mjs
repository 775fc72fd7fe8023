/**
 * One learner who searches in a Chromium 83 kernel. Reads {chromium, profile, switches, homeUrl, text} as JSON from its
 * argument, writes what was seen as JSON to its output.
 */
import { launch } from "./cdp.mjs";
import { box, listed } from "./in_page_search.mjs";

const story = JSON.parse(process.argv[2]);
const browser = await launch(story.chromium, story.profile, story.switches);
try {
  await browser.resize(1280, 900);
  await browser.open(story.homeUrl);
  const agent = await browser.run(() => navigator.userAgent);
  await browser.run((text) => Lianxue.search.open(text), story.text);
  const found = await browser.run(listed);
  const wide = await browser.run(box);
  await browser.resize(390, 844);
  const narrow = await browser.run(box);
  process.stdout.write(JSON.stringify({ agent, found, wide, narrow, problems: browser.problems }));
} catch (error) {
  process.stderr.write(browser.problems.concat(error.stack).join("\n"));
  process.exitCode = 1;
} finally {
  browser.close();
}
