/** Run the scripts of this folder for the tests, one line of JSON each: {"script", "input"} comes, {"output"} or {"error"} goes back. */
"use strict";
const readline = require("readline");

/** @param {string} line @returns {Promise<{output?: any, error?: string}>} */
async function answer(line) {
  const { script, input } = JSON.parse(line);
  try {
    return { output: await require("./" + script)(input) };
  } catch (error) {
    return { error: String(error.stack) };
  }
}

(async () => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    process.stdout.write(JSON.stringify(await answer(line)) + "\n");
  }
})();
