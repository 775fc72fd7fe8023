/** The mistake book as a fold: what was answered wrong or half right, and how far it is mastered. Pure. */
(function () {
  "use strict";

  /**
   * @param {string} question full id @param {RecordEvent[]} responses oldest first @param {number} needed right answers on different days
   * @param {string} present the revision in the bank, "" where it is not known
   * @returns {Mistake | null} null where it was never answered wrong as it now stands
   */
  function mistakeOf(question, responses, needed, present) {
    // another revision asked something else: its mistakes went with it, even where it was answered later, in another place
    const isAnswered = responses.some((event) => event.payload.revision === present);
    const revision = isAnswered ? present : responses[responses.length - 1].payload.revision;
    /** @type {string[]} different days with a right answer since the latest mistake */
    let days = [];
    let wrong = 0;
    let right = 0;
    let date = "";
    responses.forEach((event) => {
      const { verdict } = event.payload;
      if (event.payload.revision !== revision) {
        return;
      }
      if (verdict === "correct") {
        right += 1;
        if (wrong > 0 && days.indexOf(event.date) < 0) {
          days.push(event.date);
        }
      } else if (verdict === "wrong" || verdict === "partial") {
        wrong += 1;
        date = event.date;
        days = [];
      }
    });
    if (wrong === 0) {
      return null;
    }
    return { question, revision, date, wrong, right, right_days: days.length, needed, is_mastered: days.length >= needed };
  }

  /**
   * @param {Record<string, RecordEvent[]>} history responses by full id @param {Settings} settings
   * @param {(id: string) => string} [revisionOf] the revision in the bank
   * @returns {Mistake[]} mastered ones too, latest mistake first; of one day in the order they were first answered
   */
  function fold(history, settings, revisionOf) {
    const present = revisionOf || (() => "");
    const mistakes = /** @type {Mistake[]} */ (
      Object.keys(history).map((id) => mistakeOf(id, history[id], settings.mastered_after, present(id))).filter(Boolean)
    );
    return mistakes.sort((one, other) => (one.date === other.date ? 0 : one.date < other.date ? 1 : -1));
  }

  Lianxue.mistakes = { fold };
})();
