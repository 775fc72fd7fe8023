/** The teams: their scores with buttons during a show, a plain table after it. */
(function () {
  "use strict";

  /** @param {number} score @returns {string} with a minus sign, not a hyphen */
  function words(score) {
    return String(score).replace("-", "−");
  }

  /** @param {string} sign @param {string} name for screen readers @param {() => void} work @returns {HTMLElement} */
  function makeButton(sign, name, work) {
    const button = Lianxue.make("button", { type: "button", class: "lx-team__button", "aria-label": name }, [sign]);
    button.addEventListener("click", work);
    return button;
  }

  /**
   * Draw once, then `refresh` with every change: a button that is pressed keeps its focus.
   * @param {HTMLElement} list @param {ScreenTeam[]} teams @param {(team: number, sign: number) => void} award
   */
  function draw(list, teams, award) {
    list.textContent = "";
    list.hidden = teams.length === 0;
    list.append(...teams.map((team, number) => Lianxue.make("li", { class: "lx-team" }, [
      Lianxue.make("span", { class: "lx-team__key", "aria-hidden": "true" }, [String(number + 1)]),
      Lianxue.make("span", { class: "lx-team__name" }, [team.name]),
      makeButton("−", team.name + "减分", () => award(number, -1)),
      Lianxue.make("b", { class: "lx-team__score", "data-score": "" }),
      makeButton("+", team.name + "加分", () => award(number, 1)),
    ])));
    refresh(list, teams);
  }

  /** @param {Element} list @param {ScreenTeam[]} teams */
  function refresh(list, teams) {
    Lianxue.formParts.all(list, "[data-score]").forEach((score, number) => {
      score.textContent = words(teams[number].score);
    });
  }

  /** In the order of the teams, not of their scores. @param {Element} body of a table @param {ScreenTeam[]} teams */
  function fillTable(body, teams) {
    body.textContent = "";
    body.append(...teams.map((team) => Lianxue.make("tr", {}, [
      Lianxue.make("th", { scope: "row" }, [team.name]),
      Lianxue.make("td", {}, [words(team.score) + " 分"]),
    ])));
  }

  Lianxue.screenTeams = { draw, refresh, fillTable };
})();
