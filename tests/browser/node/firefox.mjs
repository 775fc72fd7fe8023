/**
 * One learner in Firefox. Reads {firefox, profile, host, bases, quiz, session, question, option} as JSON from
 * its argument, writes what was seen as JSON to its output.
 */
import * as inPage from "./in_page.mjs";
import { tell } from "./learners_firefox.mjs";

const story = JSON.parse(process.argv[2]);

/** One question of a session, the next one, and the same after a reload. */
async function practise(browser, url) {
  const page = await browser.open(url);
  const first = await page.evaluate(inPage.asked, { before: "" });
  await page.evaluate(inPage.respond, story);
  const answered = await page.evaluate(inPage.verdict, story);
  await page.evaluate(inPage.goOn);
  const next = await page.evaluate(inPage.asked, { before: first });
  await page.reload();
  const resumed = await page.evaluate(inPage.asked, { before: "" });
  return { first, answered, next, resumed, recorded: await page.evaluate(inPage.recorded) };
}

async function study(browser, base) {
  const quiz = await browser.open(base + story.quiz);
  await quiz.evaluate(inPage.respond, story);
  const answered = await quiz.evaluate(inPage.verdict, story);
  await quiz.reload();
  const reloaded = await quiz.evaluate(inPage.verdict, story);
  const home = await browser.open(base + "index.html");
  const atHome = await home.evaluate(inPage.study);
  await quiz.evaluate(inPage.sharedStorage, { name: "trap", value: "quiz" });
  const seenByHome = await home.evaluate(inPage.sharedStorage, { name: "trap", value: "home" });
  const session = await practise(browser, base + story.session);
  await home.click('[data-lx-switch="dark"]');
  await quiz.reload();
  await quiz.waitForFunction(() => document.body.getAttribute("data-md-color-scheme") === "slate");
  return { answered, reloaded, home: atHome, seenByHome, session };
}

await tell(story, study);
