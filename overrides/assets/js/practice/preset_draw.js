/** The draw of an exam from the index by its preset (组卷方案), or what the bank lacks for it. Pure. */
(function () {
  "use strict";

  /** @typedef {{month: string, today: string, history: Record<string, RecordEvent[]>, settings: Settings, random: () => number, siteId: string}} Given */

  /**
   * The months that a preset of this month's lesson can be about: those with a lesson that has questions.
   * @param {BankIndex} index @returns {string[]}
   */
  function months(index) {
    const lessons = new Set(index.quiz_lessons.filter((lesson) => lesson >= 0));
    return index.lessons.filter((_, place) => lessons.has(place)).map((lesson) => lesson.month);
  }

  /** @param {BankIndex} index @param {Preset} preset @param {string} month @returns {number[]} rows of the index, before the exam's own rows choose */
  function drawnFrom(index, preset, month) {
    const rows = Lianxue.selection.rows(index, preset.filter);
    if (!preset.this_month) {
      return rows;
    }
    const lessons = index.lessons.filter((lesson) => lesson.month === month).map((lesson) => lesson.id);
    const ofMonth = new Set(lessons.length > 0 ? Lianxue.selection.rows(index, { lessons }) : []);
    return rows.filter((row) => ofMonth.has(row));
  }

  /** @param {BankIndex} index @param {Preset} preset @param {number[]} from @returns {Set<number>[]} per row of the preset */
  function poolsOf(index, preset, from) {
    const base = new Set(from);
    return preset.rows.map((row) => {
      const filter = Object.assign({}, row.filter, { types: [row.type] });
      return new Set(Lianxue.selection.rows(index, filter).filter((question) => base.has(question)));
    });
  }

  /** Questions by chance, the preferred ones first. @param {BankIndex} index @param {Preset} preset @param {number[]} rows @param {Given} given @returns {number[]} */
  function inOrder(index, preset, rows, given) {
    const random = preset.draw === "same_for_all" ? Lianxue.random.seeded([given.siteId, preset.id, given.today].join(" ")) : given.random;
    const shuffled = Lianxue.random.shuffle(rows, random);
    const isPreferred = preferenceOf(index, preset.draw, given);
    return shuffled.filter(isPreferred).concat(shuffled.filter((row) => !isPreferred(row)));
  }

  /** @param {BankIndex} index @param {string} draw @param {Given} given @returns {(row: number) => boolean} */
  function preferenceOf(index, draw, given) {
    if (draw === "unseen_first") {
      return (row) => !(given.history[index.ids[row]] || []).some((event) => event.payload.revision === index.revision[row]);
    }
    if (draw === "mistakes_first") {
      const present = new Map(index.ids.map((id, row) => [id, index.revision[row]]));
      const revisionOf = (/** @type {string} */ id) => present.get(id) || "";
      const open = new Set(
        Lianxue.mistakes
          .fold(given.history, given.settings, revisionOf)
          .filter((mistake) => !mistake.is_mastered && mistake.revision === revisionOf(mistake.question))
          .map((mistake) => mistake.question)
      );
      return (row) => open.has(index.ids[row]);
    }
    return () => true;
  }

  /** How many questions each row finds after the rows before it. @param {number[]} order @param {Set<number>[]} pools @param {Preset} preset */
  function lackingRows(order, pools, preset) {
    const placement = Lianxue.placement.create(order, pools, preset.rows.map(() => 0));
    return preset.rows
      .map((row, place) => {
        placement.capacities[place] = row.count;
        return { row: place, have: Lianxue.placement.fill(placement) };
      })
      .filter((entry) => entry.have < preset.rows[entry.row].count);
  }

  /** Questions of a type stand together, as on a paper; within a row they come by chance. @param {number[][]} held @param {() => number} random */
  function asPaper(held, random) {
    return held.map((questions) => Lianxue.random.shuffle(questions, random));
  }

  /**
   * @param {BankIndex} index @param {Preset} preset @param {Given} given month: 2026-02, of the lesson to be asked
   * @returns {{ids: string[], points: number[], lacking: {row: number, have: number}[], lacking_quotas: Record<string, number>}}
   *   lacking: rows (from 0) with too few questions, and how many there are; lacking_quotas: discipline → how many there are.
   *   Where anything lacks, ids and points are empty.
   */
  function draw(index, preset, given) {
    const from = drawnFrom(index, preset, given.month);
    const pools = poolsOf(index, preset, from);
    const order = inOrder(index, preset, from, given);
    /** @param {number} row @returns {string} */
    const groupOf = (row) => index.disciplines[index.discipline[row]] || "";
    const placement = Lianxue.placement.create(order, pools, preset.rows.map((row) => row.count));
    const members = new Map(
      Object.keys(preset.quotas).map((name) => [name, Array.from(placement.rowsOf.keys()).filter((row) => groupOf(row) === name)])
    );
    /** @type {Record<string, number>} */
    const lackingQuotas = {};
    members.forEach((_, name) => {
      let have = 0;
      while (have < preset.quotas[name] && Lianxue.placement.addOfGroup(placement, name, members, groupOf)) {
        have += 1;
      }
      if (have < preset.quotas[name]) {
        lackingQuotas[name] = have;
      }
    });
    Lianxue.placement.fill(placement);
    const total = preset.rows.reduce((sum, row) => sum + row.count, 0);
    if (placement.rowOf.size < total || Object.keys(lackingQuotas).length > 0) {
      const lacking = placement.rowOf.size < total ? lackingRows(order, pools, preset) : [];
      return { ids: [], points: [], lacking, lacking_quotas: lackingQuotas };
    }
    const random = preset.draw === "same_for_all" ? Lianxue.random.seeded([given.today, preset.id, given.siteId].join(" ")) : given.random;
    const paper = asPaper(placement.held, random);
    /** @type {string[]} */
    const ids = [];
    /** @type {number[]} */
    const points = [];
    paper.forEach((questions, place) => {
      questions.forEach((row) => {
        ids.push(index.ids[row]);
        points.push(preset.rows[place].points);
      });
    });
    return { ids, points, lacking: [], lacking_quotas: lackingQuotas };
  }

  Lianxue.presetDraw = { draw, months };
})();
