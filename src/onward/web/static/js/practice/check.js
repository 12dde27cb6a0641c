/* Before the first answer: the microphone is asked for, chosen and heard. */
(() => {
  const LOUD_ENOUGH = 0.012; // about -38 dB: a voice at arm's length is well above it
  const TIMES_HEARD = 3;
  const SAY_AFTER_MS = 4000;
  const FULL = 0.25;

  const refusal = ({ name }) => ({
    NotAllowedError: "refused", SecurityError: "refused", NotFoundError: "none", NotReadableError: "taken",
  })[name] || "none";

  const begin = (place) => {
    const { microphone } = window.Practice;
    const part = (name) => place.querySelector(`[data-check-${name}]`);
    const say = (name) => {
      place.dataset.check = name;
      part("said").textContent = name ? place.dataset[`say${name[0].toUpperCase()}${name.slice(1)}`] : "";
    };
    let times = 0;
    let clock;

    const listen = () => {
      times = 0;
      clearTimeout(clock);
      clock = setTimeout(() => { if (times < TIMES_HEARD) say("silent"); }, SAY_AFTER_MS);
    };

    const hear = (level) => {
      const meter = part("level");
      if (meter) meter.value = Math.min(1, Math.sqrt(level / FULL));
      if (level < LOUD_ENOUGH || times >= TIMES_HEARD) return;
      times += 1;
      if (times === TIMES_HEARD) say("heard");
    };

    const list = async () => {
      const all = await microphone.all();
      const pick = part("pick");
      pick.replaceChildren(...all.map(({ id, label, chosen }, place) => {
        return new Option(label || `${place + 1}`, id, chosen, chosen);
      }));
      part("which").hidden = all.length < 2;
    };

    const opened = async (opening) => {
      say("asking");
      try {
        await opening;
      } catch (problem) {
        say(refusal(problem));
        return;
      }
      say("listening");
      part("panel").hidden = false;
      part("ask").hidden = true;
      listen(); // not after the list: some browsers take long to tell what there is
      await list();
    };

    if (!microphone.isPossible()) {
      say("impossible");
      part("ask").hidden = true;
      return;
    }
    microphone.onLevel(hear);
    microphone.onStretch(() => {});
    part("ask").disabled = false; // before this a press would have gone unheard
    part("ask").addEventListener("click", () => opened(microphone.open(place.dataset.worklet)));
    part("pick").addEventListener("change", ({ target }) => opened(microphone.choose(place.dataset.worklet, target.value)));
    if (microphone.isOpen()) opened(microphone.open(place.dataset.worklet));
  };

  window.Practice = window.Practice || {};
  Object.assign(window.Practice, { beginCheck: begin, LOUD_ENOUGH, FULL, refusal });
})();
