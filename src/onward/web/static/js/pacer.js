/* Paces the breath: by a circle, by words and steps, or by sound alone. It needs nothing
   from the server once the page is open, and says when it begins, rests and is over. */
(() => {
  const pacer = document.getElementById("pacer");
  if (!pacer) return;
  const [LOW_HZ, HIGH_HZ, SOFT, SMALL] = [196, 294, 0.14, 0.4];
  const TICK_MS = 100;
  const KEPT = "onward-pacer";
  const find = (id) => document.getElementById(id);
  const [cue, left, told, begin, stop] = ["cue", "left", "told", "begin", "stop"].map(find);
  const [stage, disc, steps, how] = [".stage", ".disc", ".steps", ".how"].map((name) => pacer.querySelector(name));
  const inhale = Number(pacer.dataset.in);
  const exhale = Number(pacer.dataset.out);
  const breath = inhale + exhale;
  let run = null; // { length, before, since, timer, sound, lock }, while one is under way

  const chosen = (name) => pacer.querySelector(`[name="${name}"]:checked`)?.value;
  const passed = () => run.before + (run.since === null ? 0 : (performance.now() - run.since) / 1000);

  const recall = () => {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    let kept = {};
    try { kept = JSON.parse(localStorage.getItem(KEPT)) ?? {}; } catch { /* nothing kept, then */ }
    for (const [name, value] of Object.entries({ way: still ? "words" : "circle", ...kept })) {
      const radio = pacer.querySelector(`[name="${name}"][value="${CSS.escape(value)}"]`);
      if (radio) radio.checked = true;
    }
    find("hum").checked = kept.hum === "on";
  };
  const remember = () => {
    const kept = { way: chosen("way"), minutes: chosen("minutes"), hum: find("hum").checked ? "on" : "off" };
    try { localStorage.setItem(KEPT, JSON.stringify(kept)); } catch { /* private windows keep nothing */ }
  };

  /* One tone for the whole of it, planned ahead: it goes on when the page is not in sight. */
  const hum = (length) => {
    const context = new AudioContext();
    const tone = new OscillatorNode(context, { frequency: LOW_HZ });
    const loud = new GainNode(context, { gain: 0 });
    tone.connect(loud).connect(context.destination);
    for (let at = context.currentTime; at < context.currentTime + length - 0.01; at += breath) {
      tone.frequency.setValueAtTime(LOW_HZ, at).linearRampToValueAtTime(HIGH_HZ, at + inhale).linearRampToValueAtTime(LOW_HZ, at + breath);
      loud.gain.setValueAtTime(0, at).linearRampToValueAtTime(SOFT, at + inhale).linearRampToValueAtTime(0, at + breath);
    }
    tone.start();
    return context;
  };

  const stayAwake = async () => {
    if (!run || run.since === null || document.hidden) return;
    try {
      const lock = await navigator.wakeLock?.request("screen");
      if (run && run.since !== null) run.lock = lock;
      else lock?.release();
    } catch { /* the battery is low, or the device knows no such thing */ }
  };
  const letSleep = () => {
    run?.lock?.release();
    if (run) run.lock = null;
  };

  const show = () => {
    const at = passed();
    const within = at % breath;
    const isIn = within < inhale;
    const second = Math.floor(isIn ? within : within - inhale) + 1;
    const way = stage.dataset.way;
    const words = isIn ? cue.dataset.in : cue.dataset.out;
    const said = way === "sound" ? cue.dataset.listen : way === "words" ? `${words} ${second}` : words;
    if (cue.textContent !== said) cue.textContent = said;
    if (way === "words" && told.textContent !== words) told.textContent = words; // heard, once a breath
    const filled = isIn ? (second / inhale) * 10 : 10 - (second / exhale) * 10;
    [...steps.children].forEach((step, place) => step.classList.toggle("on", place < Math.round(filled)));
    const minutes = Math.ceil((run.length - at) / 60);
    const more = minutes > 1 ? left.dataset.more.replace("#", minutes) : left.dataset.one;
    if (left.textContent !== more) left.textContent = more;
    if (at >= run.length) end();
  };
  const glide = () => {
    if (!run || run.since === null) return;
    const within = passed() % breath;
    const share = within < inhale ? within / inhale : 1 - (within - inhale) / exhale;
    disc.style.scale = String(SMALL + (1 - SMALL) * (1 - Math.cos(Math.PI * share)) / 2);
    requestAnimationFrame(glide);
  };

  const go = () => {
    const length = Number(chosen("minutes")) * 60;
    run ??= { length, before: 0, since: null, timer: 0, sound: chosen("way") === "sound" || find("hum").checked ? hum(length) : null, lock: null };
    run.since = performance.now();
    run.timer = setInterval(show, TICK_MS);
    run.sound?.resume();
    begin.textContent = begin.dataset.pause;
    stop.hidden = false;
    how.hidden = true;
    told.textContent = told.dataset.begun;
    show();
    glide();
    stayAwake();
  };
  const rest = () => {
    run.before = passed();
    run.since = null;
    clearInterval(run.timer);
    run.sound?.suspend();
    letSleep();
    begin.textContent = begin.dataset.on;
    told.textContent = told.dataset.paused;
  };
  const end = () => {
    if (!run) return;
    clearInterval(run.timer);
    run.sound?.close();
    letSleep();
    run = null;
    begin.textContent = begin.dataset.begin;
    stop.hidden = true;
    how.hidden = false;
    cue.textContent = told.textContent = told.dataset.over;
    left.textContent = "";
    disc.style.removeProperty("scale");
    for (const step of steps.children) step.classList.remove("on");
    find("after")?.focus();
  };

  const dress = () => { stage.dataset.way = chosen("way"); };
  for (let place = 0; place < 10; place += 1) steps.append(document.createElement("i"));
  recall();
  dress();
  pacer.addEventListener("change", () => {
    remember();
    dress();
    if (!run) cue.textContent = cue.dataset.ready;
  });
  begin.addEventListener("click", () => (run && run.since !== null ? rest() : go()));
  stop.addEventListener("click", end);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && run) end();
  });
  document.addEventListener("visibilitychange", stayAwake);
})();
