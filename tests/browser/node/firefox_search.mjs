/**
 * One learner who searches in Firefox by keyboard. Reads {firefox, profile, host, bases, article, words} as JSON from its
 * argument, writes what was seen as JSON to its output.
 */
import * as inPage from "./in_page_search.mjs";
import { tell } from "./learners_firefox.mjs";

const story = JSON.parse(process.argv[2]);

async function search(browser, base) {
  const page = await browser.open(base + "index.html");
  await page.keyboard.press("/");
  await page.waitForFunction(() => document.activeElement.id === "lx-find-field");
  await page.keyboard.type(story.article);
  const listed = await page.evaluate(inPage.listed);
  await page.keyboard.press("ArrowDown");
  const chosen = await page.evaluate(inPage.chosen);
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  const article = await page.evaluate(inPage.arrived);
  await page.evaluate((words) => Lianxue.search.open(words), story.words);
  await page.evaluate(inPage.listed);
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  await page.waitForSelector("mark.lx-hit");
  const marked = await page.evaluate(inPage.arrived);
  await page.click(".lx-hits__off");
  const cleaned = await page.evaluate(inPage.arrived);
  await page.keyboard.down("Control");
  await page.keyboard.press("k");
  await page.keyboard.up("Control");
  await page.waitForFunction(() => document.activeElement.id === "lx-find-field");
  const remembered = await page.evaluate(() => document.activeElement.value);
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => !document.querySelector(".lx-find").open);
  return { listed, chosen, article, marked, cleaned, remembered };
}

await tell(story, search);
