/* One question: heard or read, thought about, answered by voice or typed, and ended only by
   the person, or by a silence they set, after a countdown that any sound calls off. */
(() => {
  const COUNT_FROM = 5;
  const SILENT_AFTER_MS = 5000;
  const TYPED_AFTER_MS = 900;
  const WORDS_EVERY_MS = 350;
  const { microphone } = window.Practice;
  let leave = () => {};

  const clockOf = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

  const begin = (place) => {
    const part = (name) => place.querySelector(`[data-${name}]`);
    const all = (name) => place.querySelectorAll(`[data-${name}]`);
    const form = part("done");
    const text = form.querySelector("textarea");
    const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
    const silenceSeconds = Number(place.dataset.silence);
    let take = place.dataset.take ? JSON.parse(place.dataset.take) : null;
    let queue = null;
    let ticking = [];
    let spoken = take?.seconds || 0;
    let lastHeard = 0;
    let hasHeard = false;
    let counting = 0;

    const said = (name) => { part("say").textContent = name ? place.dataset[`say${name}`] || "" : ""; };
    const state = (name) => { place.dataset.state = name; };
    const each = (ms, deed) => { ticking.push(setInterval(deed, ms)); };
    const still = () => {
      ticking.forEach(clearInterval);
      ticking = [];
      callOff();
    };

    const post = (url, body = new URLSearchParams()) => fetch(url, {
      method: "POST", body, headers: { "X-CSRFToken": token, Accept: "application/json" },
    });

    const begun = async () => {
      if (take) return take;
      const answer = await post(place.dataset.begin);
      if (!answer.ok) throw new Error((await answer.json().catch(() => ({}))).said || "");
      take = await answer.json();
      form.elements.take.value = take.key;
      return take;
    };

    /* --- the question, aloud --- */
    const voice = part("voice");
    const hush = () => { if (voice) voice.pause(); };
    const speak = () => voice?.play().catch(() => {});

    /* --- time to think: shown where asked for, and never an end to anything --- */
    const think = () => {
      const seconds = Number(place.dataset.thinking);
      if (!seconds || take) return;
      const until = Date.now() + seconds * 1000;
      state("thinking");
      const show = () => {
        const left = Math.max(0, Math.ceil((until - Date.now()) / 1000));
        part("think").textContent = left ? place.dataset.sayThink.replace("#", clockOf(left)) : place.dataset.sayReady;
      };
      show();
      each(500, show);
    };

    /* --- a silence that was set to end an answer --- */
    const callOff = () => {
      counting = 0;
      part("countdown").hidden = true;
    };
    const watchSilence = () => {
      if (!silenceSeconds || !hasHeard || place.dataset.state !== "answering") return;
      const silent = (Date.now() - lastHeard) / 1000;
      const left = Math.ceil(silenceSeconds + COUNT_FROM - silent);
      if (silent < silenceSeconds) {
        if (counting) callOff();
      } else if (left > 0) {
        counting = left;
        part("countdown").hidden = false;
        part("count").textContent = place.dataset.sayCount.replace("#", left);
      } else {
        end();
      }
    };

    const hear = (level) => {
      const meter = part("level");
      if (meter) meter.value = Math.min(1, Math.sqrt(level / window.Practice.FULL));
      if (level < window.Practice.LOUD_ENOUGH) return;
      lastHeard = Date.now();
      if (place.dataset.state !== "answering") return;
      if (!hasHeard) said("");
      hasHeard = true;
    };

    /* --- answering --- */
    const told = (came) => {
      const isBehind = came !== "sent" || queue.isBehind();
      part("behind").hidden = !isBehind;
      if (came !== "sent") part("behind").textContent = place.dataset[{ shut: "sayShut", gone: "sayGone" }[came] || "sayWaiting"];
      if (came === "gone") microphone.close();
    };

    const answering = () => {
      const from = Date.now() - spoken * 1000;
      state("answering");
      hasHeard = false;
      lastHeard = Date.now();
      microphone.keep();
      each(250, () => {
        spoken = (Date.now() - from) / 1000;
        part("clock").textContent = clockOf(spoken);
        watchSilence();
      });
      ticking.push(setTimeout(() => { if (!hasHeard) said("Silent"); }, SILENT_AFTER_MS));
      if (place.dataset.captions) each(WORDS_EVERY_MS, caption);
      part("main")?.focus();
    };

    const refuse = (problem) => {
      if (["NotAllowedError", "SecurityError"].includes(problem.name)) said("Refused");
      else if (problem instanceof DOMException) said("None");
      else part("say").textContent = problem instanceof TypeError ? place.dataset.sayAway : problem.message || place.dataset.sayAway;
    };

    const start = async () => {
      hush();
      still();
      said("Opening");
      try {
        await begun();
        await microphone.open(place.dataset.worklet);
      } catch (problem) {
        refuse(problem);
        return;
      }
      queue ||= window.Practice.sending({ url: take.sound, number: take.next, token, tell: told });
      microphone.onStretch(queue.add);
      microphone.onLevel(hear);
      microphone.onEnd(() => { still(); state("paused"); said("Lost"); });
      said("");
      answering();
    };

    const rest = async (to) => {
      still();
      await microphone.rest();
      state(to);
    };

    const caption = async () => {
      const answer = await fetch(take.words, { headers: { Accept: "application/json" } }).catch(() => null);
      if (!answer?.ok || !place.isConnected) return;
      const { words, guess } = await answer.json();
      part("words").textContent = words;
      part("guess").textContent = guess;
    };

    async function end() {
      if (place.dataset.state === "sending") return;
      const wasAnswering = place.dataset.state === "answering";
      state("sending");
      said("Sending");
      still();
      clearTimeout(typing);
      if (wasAnswering) await microphone.rest();
      if (queue) await queue.empty();
      saved = true;
      form.requestSubmit(part("end"));
    }

    /* --- typed, at any moment --- */
    let saved = true;
    let typing;
    const keepTyped = async () => {
      if (!place.isConnected || place.dataset.state === "sending") return;
      try {
        const begunTake = await begun();
        const answer = await post(begunTake.typed, new URLSearchParams({ text: text.value }));
        saved = answer.ok;
      } catch { saved = false; }
    };
    const typed = () => {
      saved = false;
      clearTimeout(typing);
      typing = setTimeout(keepTyped, TYPED_AFTER_MS);
    };
    text.addEventListener("input", typed);
    if (text.value !== text.defaultValue) typed();

    const type = async () => {
      if (place.dataset.state === "answering") await rest("paused");
      part("typed").hidden = false;
      place.dataset.typed = "true";
      text.focus();
    };

    const deeds = {
      start, "go-on": start, pause: () => rest("paused"), end, type, hear: speak,
      "call-off": () => { lastHeard = Date.now(); callOff(); },
    };
    for (const button of all("do")) {
      button.addEventListener("click", (event) => {
        if (button.type === "submit") event.preventDefault();
        deeds[button.dataset.do]();
      });
    }

    for (const broken of ["htmx:sendError", "htmx:responseError"]) {
      form.addEventListener(broken, () => state("paused"));
    }

    const warn = (event) => {
      if (place.isConnected && (place.dataset.state === "answering" || !saved)) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    leave = () => {
      still();
      clearTimeout(typing);
      queue?.stop();
      hush();
      microphone.onStretch(() => {});
      window.removeEventListener("beforeunload", warn);
    };

    if (take) {
      form.elements.take.value = take.key;
      part("clock").textContent = clockOf(spoken);
      if (take.is_spoken && spoken) state("paused");
    }
    const isSpoken = place.dataset.way === "spoken";
    if (isSpoken && !microphone.isPossible()) said("Impossible");
    if (isSpoken && microphone.isPossible() && !text.value) part("typed").hidden = true;
    else place.dataset.typed = "true";
    think();
    if (place.dataset.speaks) speak();
  };

  /* The page is swapped in place, so that the microphone stays open between questions. */
  const look = () => {
    leave();
    leave = () => {};
    const studio = document.querySelector("[data-studio]");
    const check = document.querySelector("[data-worklet]:not([data-studio])");
    if (studio) begin(studio);
    if (check) window.Practice.beginCheck(check);
    if (!studio && !check && !document.querySelector("[data-between]")) microphone.close();
  };

  document.addEventListener("htmx:afterSettle", ({ detail }) => {
    if (detail.target?.id !== "content" && detail.elt?.id !== "content") return;
    document.getElementById("content")?.focus({ preventScroll: true });
    scrollTo(0, 0);
    look();
  });
  window.addEventListener("pagehide", () => leave());
  look();
})();
