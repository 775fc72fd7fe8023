/** The big screen while a show runs: draws its state, listens to keys and buttons, counts down. */
(function () {
  "use strict";

  const parts = Lianxue.formParts;
  const shows = Lianxue.screenShow;
  const SIZES = [150, 135, 120, 110, 100, 90, 80, 72]; // percent of the screen's type; what is still too long is scrolled
  const TICK = 250; // milliseconds

  /**
   * @param {HTMLElement} root [data-stage]
   * @param {{onChange: (show: ScreenShow) => void, onEnd: (show: ScreenShow) => void}} watcher
   * @returns {ScreenStage}
   */
  function create(root, watcher) {
    /** @param {string} name @returns {HTMLElement} */
    const find = (name) => /** @type {HTMLElement} */ (parts.one(root, "[data-" + name + "]"));
    const body = find("scroll");
    const slide = find("slide");
    const feedback = find("feedback");
    const teams = find("teams");
    const clock = find("clock");
    const black = find("black");
    const end = find("end-of-show");
    /** @type {ScreenShow} */
    let show = shows.begin({ ids: [], title: "", seconds: 0, names: [] });
    /** @type {Question[]} */
    let questions = [];
    let ticking = 0;

    /** @returns {Question | null} null behind the last one */
    function current() {
      return questions[show.place] || null;
    }

    /** The largest type in which all of it can be seen at once. */
    function fit() {
      SIZES.some((size) => {
        body.style.fontSize = size + "%";
        return body.scrollHeight <= body.clientHeight;
      });
    }

    function drawClock() {
      const isCounting = show.seconds > 0 && show.step === shows.QUESTION && current() !== null;
      clock.hidden = !isCounting;
      if (isCounting) {
        const left = shows.secondsLeft(show, Date.now());
        clock.textContent = left > 0 ? left + " 秒" : "时间到";
      }
    }

    function drawPlace() {
      const question = current();
      find("place").textContent = question ? "第 " + (show.place + 1) + " 题 / " + show.ids.length : "共 " + show.ids.length + " 题";
      find("kind").textContent = question ? Lianxue.screenChoice.typeLabel(question.type) : "";
      end.hidden = question !== null;
      slide.hidden = question === null;
      find("forward").textContent = forwardWords(question);
    }

    /** @param {Question | null} question @returns {string} */
    function forwardWords(question) {
      if (!question) {
        return "结束";
      }
      if (show.step < shows.lastStep(question)) {
        return show.step === shows.QUESTION ? "亮出答案" : "看解析";
      }
      return "下一题";
    }

    /** @param {boolean} isNewQuestion */
    function draw(isNewQuestion) {
      const question = current();
      drawPlace();
      if (question && isNewQuestion) {
        Lianxue.screenSlide.draw(slide, question);
      }
      if (question) {
        Lianxue.screenSlide.reveal(slide, feedback, question, show.step);
      } else {
        feedback.hidden = true;
        Lianxue.screenTeams.fillTable(find("scores"), show.teams);
        find("scores-table").hidden = show.teams.length === 0;
      }
      Lianxue.screenTeams.refresh(teams, show.teams);
      find("amount").textContent = "每次 " + show.amount + " 分";
      drawClock();
      fit();
      if (isNewQuestion) {
        body.scrollTop = 0;
      } else if (!feedback.hidden && body.scrollHeight > body.clientHeight) {
        feedback.scrollIntoView({ block: "nearest" });
      }
    }

    /** @param {ScreenShow} next */
    function become(next) {
      const isNewQuestion = next.place !== show.place;
      show = shows.startClock(next, Date.now());
      draw(isNewQuestion);
      watcher.onChange(show);
    }

    /** @param {number} team @param {number} sign */
    function award(team, sign) {
      if (team < show.teams.length) {
        become(shows.award(show, team, sign));
      }
    }

    function finish() {
      window.clearInterval(ticking);
      document.removeEventListener("keydown", onKey, true);
      window.removeEventListener("resize", fit);
      Lianxue.fullScreen.leave();
      document.body.classList.remove("lx-is-presenting");
      root.hidden = true;
      watcher.onEnd(Object.assign({}, show, { isRunning: false }));
    }

    /** @param {ScreenCommand} command */
    function follow(command) {
      const last = shows.lastStep(current());
      /** @type {Object<ScreenCommandName, () => void>} */
      const work = {
        forward: () => become(shows.forward(show, last)),
        back: () => become(shows.back(show, shows.lastStep(questions[show.place - 1] || null))),
        reveal: () => become(shows.reveal(show, last)),
        skip: () => become(shows.skip(show)),
        plus: () => award(command.team, 1),
        minus: () => award(command.team, -1),
        black: () => { black.hidden = false; },
        full: () => Lianxue.fullScreen.enter(root),
        leave: () => (Lianxue.fullScreen.isOn() ? Lianxue.fullScreen.leave() : finish()),
        down: () => { body.scrollTop += body.clientHeight * 0.4; },
        up: () => { body.scrollTop -= body.clientHeight * 0.4; },
      };
      work[command.name]();
    }

    /** @param {KeyboardEvent} event */
    function onKey(event) {
      event.stopPropagation(); // the theme would turn to the next page at "n" and "."
      const command = Lianxue.screenKeys.commandOf(event);
      if (!black.hidden) {
        event.preventDefault(); // whatever is pressed, the questions come back first
        black.hidden = true;
        return;
      }
      const isOnControl = /** @type {Element} */ (event.target).closest("button, a") !== null;
      if (!command || (command.name === "reveal" && isOnControl)) {
        return;
      }
      event.preventDefault();
      follow(command);
    }

    /** @param {string} name @param {() => void} work */
    function onPress(name, work) {
      find(name).addEventListener("click", work);
    }
    // a mouse leaves the focus where the keys are heard: the space bar must not press its button again
    root.addEventListener("click", (event) => {
      if (event.detail > 0 && !/** @type {Element} */ (event.target).closest("a")) {
        body.focus();
      }
    });
    onPress("forward", () => (current() ? follow({ name: "forward", team: -1 }) : finish()));
    onPress("back", () => follow({ name: "back", team: -1 }));
    onPress("amount", () => become(shows.changeAmount(show)));
    onPress("full", () => (Lianxue.fullScreen.isOn() ? Lianxue.fullScreen.leave() : Lianxue.fullScreen.enter(root)));
    onPress("finish", finish);
    onPress("black", () => { black.hidden = true; });
    Lianxue.fullScreen.onChange(() => {
      find("full").textContent = Lianxue.fullScreen.isOn() ? "退出全屏" : "全屏";
      fit();
    });

    return {
      start(given, loaded) {
        questions = loaded;
        show = shows.startClock(given, Date.now());
        root.hidden = false;
        black.hidden = true;
        document.body.classList.add("lx-is-presenting");
        find("title").textContent = show.title;
        Lianxue.screenTeams.draw(teams, show.teams, award);
        find("amount").hidden = show.teams.length === 0;
        draw(true);
        body.focus();
        document.addEventListener("keydown", onKey, true);
        window.addEventListener("resize", fit);
        ticking = window.setInterval(drawClock, TICK);
        watcher.onChange(show);
      },
    };
  }

  Lianxue.screenStage = { create };
})();
