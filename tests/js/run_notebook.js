/**
 * The words of the notebook for questions whose HTML is plain already.
 * Input: {"question": Question, "response": any}. Output: JSON {"words": PlainQuestion, "response": string}.
 */
"use strict";
const { load } = require("./sandbox.js");

module.exports = (input) => {
  const { questionWords } = load(["record", "learning/question_words"]);
  const { question, response } = input;
  const words = questionWords.plainQuestion(question, (html) => html.replace(/<[^>]*>/g, ""));
  return { words, response: questionWords.responseWords(question, response) };
};
