/**
 * Give questions places in the rows of an exam whose pools overlap. Pure.
 *
 * Sets of questions that can be placed are the independent sets of a transversal matroid: augmenting never takes a
 * placed question out, so that first meeting the quotas and then filling the rows is exact, and taking questions in
 * the order of preference gives as many preferred ones as there can be. content/preset_matching.py decides the same.
 */
(function () {
  "use strict";

  /**
   * @typedef {{capacities: number[], rowsOf: Map<number, number[]>, rowOf: Map<number, number>, held: number[][]}} Placement
   *   rowsOf: question → rows it fits, in the order of preference; rowOf: question → row it stands in; held: row → questions
   */

  /**
   * @param {number[]} order all questions, the preferred ones first @param {Set<number>[]} pools row → questions that fit it
   * @param {number[]} capacities row → how many it takes @returns {Placement}
   */
  function create(order, pools, capacities) {
    const rowsOf = new Map();
    order.forEach((question) => {
      const rows = pools.map((_, row) => row).filter((row) => pools[row].has(question));
      if (rows.length > 0) {
        rowsOf.set(question, rows);
      }
    });
    return { capacities: capacities.slice(), rowsOf, rowOf: new Map(), held: pools.map(() => []) };
  }

  /** @param {Placement} placement @param {number} question @param {number} row */
  function put(placement, question, row) {
    placement.held[row].push(question);
    placement.rowOf.set(question, row);
  }

  /** @param {Placement} placement @param {number} question */
  function take(placement, question) {
    const held = placement.held[/** @type {number} */ (placement.rowOf.get(question))];
    held.splice(held.indexOf(question), 1);
    placement.rowOf.delete(question);
  }

  /** @param {Placement} placement @param {number} question @param {number} row @returns {boolean} */
  function fits(placement, question, row) {
    return /** @type {number[]} */ (placement.rowsOf.get(question)).indexOf(row) >= 0;
  }

  /** @param {Placement} placement @returns {number[]} */
  function rowsWithRoom(placement) {
    return placement.held.map((_, row) => row).filter((row) => placement.held[row].length < placement.capacities[row]);
  }

  /** What leads from a row to one with room: null where it has room itself, else the question that moves on, and where to.
   * @typedef {Map<number, [number, number] | null>} Steps */

  /** @param {Placement} placement @returns {Steps} of the rows that can take one more */
  function openRows(placement) {
    /** @type {Steps} */
    const steps = new Map();
    const reached = rowsWithRoom(placement);
    reached.forEach((row) => steps.set(row, null));
    for (let at = 0; at < reached.length; at += 1) {
      placement.held.forEach((held, row) => {
        const mover = steps.has(row) ? undefined : held.find((question) => fits(placement, question, reached[at]));
        if (mover !== undefined) {
          steps.set(row, [mover, reached[at]]);
          reached.push(row);
        }
      });
    }
    return steps;
  }

  /** As many more questions as there can be, in the order of preference. @param {Placement} placement @returns {number} how many */
  function fill(placement) {
    let steps = openRows(placement);
    const before = placement.rowOf.size;
    for (const [question, rows] of placement.rowsOf) {
      if (steps.size === 0) {
        break;
      }
      const open = placement.rowOf.has(question) ? undefined : rows.find((row) => steps.has(row));
      if (open !== undefined) {
        pass(placement, question, open, steps);
        steps = openRows(placement);
      }
    }
    return placement.rowOf.size - before;
  }

  /** Put a question into an open row, passing others on. @param {Placement} placement @param {number} question @param {number} row @param {Steps} steps */
  function pass(placement, question, row, steps) {
    for (let step = steps.get(row); step; step = steps.get(row)) {
      take(placement, step[0]);
      put(placement, question, row);
      [question, row] = step;
    }
    put(placement, question, row);
  }

  /**
   * One more question of a group, every other group keeping its number. A shortest way back from the rows with room,
   * over rows whose question moves on and over groups that give another question for the one they lose.
   * @param {Placement} placement @param {string} wanted @param {Map<string, number[]>} members group → its questions, the preferred ones first
   * @param {(question: number) => string} groupOf @returns {boolean} whether there was one
   */
  function addOfGroup(placement, wanted, members, groupOf) {
    /** @type {Map<number, [number, number | string] | null>} row → who leaves it, and the row or the group that goes on */
    const byRow = new Map();
    /** @type {Map<string, [number, number]>} group → question that comes in, and its row */
    const byGroup = new Map();
    /** @type {(number | string)[]} */
    const reached = rowsWithRoom(placement);
    reached.forEach((row) => byRow.set(/** @type {number} */ (row), null));
    for (let at = 0; at < reached.length && !byGroup.has(wanted); at += 1) {
      const target = reached[at];
      if (typeof target === "number") {
        members.forEach((questions, group) => {
          const comer = byGroup.has(group)
            ? undefined
            : questions.find((question) => !placement.rowOf.has(question) && fits(placement, question, target));
          if (comer !== undefined) {
            byGroup.set(group, [comer, target]);
            reached.push(group);
          }
        });
      }
      placement.held.forEach((held, row) => {
        const leaver = byRow.has(row)
          ? undefined
          : held.find((question) => (typeof target === "number" ? fits(placement, question, target) : groupOf(question) === target));
        if (leaver !== undefined) {
          byRow.set(row, [leaver, target]);
          reached.push(row);
        }
      });
    }
    walk(placement, wanted, byRow, byGroup);
    return byGroup.has(wanted);
  }

  /**
   * @param {Placement} placement @param {string} wanted
   * @param {Map<number, [number, number | string] | null>} byRow @param {Map<string, [number, number]>} byGroup
   */
  function walk(placement, wanted, byRow, byGroup) {
    let coming = byGroup.get(wanted);
    while (coming) {
      const [question, row] = coming;
      const step = byRow.get(row);
      if (step) {
        take(placement, step[0]);
      }
      put(placement, question, row);
      if (!step) {
        return;
      }
      coming = typeof step[1] === "number" ? [step[0], step[1]] : byGroup.get(step[1]);
    }
  }

  Lianxue.placement = { create, fill, addOfGroup };
})();
