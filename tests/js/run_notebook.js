/**
 * The words of the notebook for questions whose HTML is plain already.
 * Standard input: JSON {"question": Question, "response": any}. Standard output: JSON {"words": PlainQuestion, "response": string}.
 */
"use strict";
const { load, readInput } = require("./sandbox.js");

const { questionWords } = load(["record", "learning/question_words"]);
const { question, response } = readInput();
const words = questionWords.plainQuestion(question, (html) => html.replace(/<[^>]*>/g, ""));
process.stdout.write(JSON.stringify({ words, response: questionWords.responseWords(question, response) }));
