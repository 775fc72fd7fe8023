/**
 * One learner in a Chromium 83 kernel. Reads {chromium, profile, switches, homeUrl, lessonUrl, quizUrl, sessionUrl,
 * comparisonUrl, question, option} as JSON from its argument, writes what was seen as JSON to its output.
 */
import { launch } from "./cdp.mjs";
import { asked, compared, goOn, layout, recorded, respond, study, verdict } from "./in_page.mjs";

const story = JSON.parse(process.argv[2]);
const browser = await launch(story.chromium, story.profile, story.switches);
try {
  await browser.resize(1280, 900);
  await browser.open(story.homeUrl);
  const home = { layout: await browser.run(layout), agent: await browser.run(() => navigator.userAgent) };
  await browser.open(story.lessonUrl);
  const lesson = { layout: await browser.run(layout) };
  await browser.open(story.quizUrl);
  await browser.run(respond, story);
  const answered = await browser.run(verdict, story);
  await browser.open(story.quizUrl);
  const reloaded = await browser.run(verdict, story);
  await browser.open(story.homeUrl);
  const atHome = await browser.run(study);
  await browser.open(story.sessionUrl);
  const first = await browser.run(asked, { before: "" });
  await browser.run(respond, story);
  const session = { answered: await browser.run(verdict, story) };
  await browser.run(goOn);
  session.next = await browser.run(asked, { before: first });
  await browser.open(story.sessionUrl);
  session.resumed = await browser.run(asked, { before: "" });
  session.recorded = await browser.run(recorded);
  await browser.open(story.comparisonUrl);
  const comparison = { wide: await browser.run(compared) };
  await browser.resize(390, 844);
  comparison.narrow = await browser.run(compared);
  const narrow = { comparison: await browser.run(layout) };
  await browser.open(story.homeUrl);
  narrow.home = await browser.run(layout);
  await browser.open(story.lessonUrl);
  narrow.lesson = await browser.run(layout);
  await browser.open(story.sessionUrl);
  await browser.run(asked, { before: "" });
  narrow.session = await browser.run(layout);
  process.stdout.write(JSON.stringify({ home, lesson, answered, reloaded, atHome, session, comparison, narrow, problems: browser.problems }));
} catch (error) {
  process.stderr.write(browser.problems.concat(error.stack).join("\n"));
  process.exitCode = 1;
} finally {
  browser.close();
}
