/* A form that keeps itself: it is sent while one writes, and again until it was kept.
   Without a connection this browser holds the words, locked with a key that only an
   open page has. Every sending replaces what is kept here, so none can double it. */
(() => {
  const HELD = "onward.draft:";
  const [PAUSE_MS, FIRST_WAIT_MS, LONGEST_WAIT_MS] = [700, 2000, 30000];
  const [NO_CONTENT, NOT_FOUND, CLASH, LOCKED] = [204, 404, 409, 423];
  const form = document.querySelector("form[data-draft]");
  if (!form || !globalThis.crypto?.subtle) return;

  const ends = "draftEnds" in form.dataset;
  const here = `${location.pathname}${location.search}`;
  const fields = new Set(["csrfmiddlewaretoken", "seen", "writer", "go"]);
  let [kept, wait, timer, wanted] = ["", FIRST_WAIT_MS, 0, "stay"];
  let line = Promise.resolve(); // one sending after the other, in the order written

  const words = () => {
    const all = new URLSearchParams(new FormData(form));
    for (const name of fields) all.delete(name);
    return all.toString();
  };
  const bytes = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)));
  const given = form.dataset.draft.split(" ").map((one) =>
    crypto.subtle.importKey("raw", bytes(one), "AES-GCM", false, ["encrypt", "decrypt"]));

  const say = (what) => {
    for (const each of form.querySelectorAll("[data-when]")) each.hidden = each.dataset.when !== what;
  };

  const hold = async (said) => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const locked = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await given[0], new TextEncoder().encode(said));
    const { seen, writer } = form.elements;
    const held = { iv: text(iv), locked: text(locked), seen: seen.value, writer: writer.value };
    localStorage.setItem(HELD + here, JSON.stringify(held));
  };
  const letGo = (place = here) => localStorage.removeItem(HELD + place);

  /* What is held for a place; what another key locked is nobody's any more. */
  const heldFor = async (place) => {
    const found = localStorage.getItem(HELD + place);
    if (!found) return null;
    try {
      const held = JSON.parse(found);
      const iv = bytes(held.iv);
      const open = async (key) => crypto.subtle.decrypt({ name: "AES-GCM", iv }, await key, bytes(held.locked));
      return { ...held, said: new TextDecoder().decode(await Promise.any(given.map(open))) };
    } catch {
      letGo(place);
      return null;
    }
  };

  const post = (place, { said, seen, writer }, go, further = {}) => {
    const body = new URLSearchParams(said);
    const csrfmiddlewaretoken = form.elements.csrfmiddlewaretoken.value;
    for (const [name, value] of Object.entries({ csrfmiddlewaretoken, seen, writer, go })) body.set(name, value);
    return fetch(place, { method: "POST", body, headers: { "X-Draft": "yes" }, ...further });
  };
  const mine = (said) => ({ said, seen: form.elements.seen.value, writer: form.elements.writer.value });

  const again = () => {
    clearTimeout(timer);
    timer = setTimeout(() => send("stay"), wait);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  };

  const confirmed = (answer, said) => {
    form.elements.seen.value = answer.headers.get("X-Mark") ?? form.elements.seen.value;
    [kept, wait] = [said, FIRST_WAIT_MS];
    letGo();
    say("kept");
  };

  const clash = (answer) => {
    form.querySelector("[data-draft-clash]").hidden = false;
    form.dataset.mark = answer.headers.get("X-Mark");
  };

  /* The passphrase is asked for in this page; once it opened the lock, go on as wanted. */
  const ask = (go) => {
    wanted = go;
    say("locked");
    htmx.ajax("GET", form.dataset.draftOpens, { target: "#notices", swap: "innerHTML" });
  };

  const sendNow = async (go) => {
    const said = words();
    if (go === "stay" && said === kept) return letGo();
    let answer;
    try {
      answer = await post(form.action, mine(said), go);
    } catch {
      await hold(said);
      say("held");
      return again();
    }
    if (answer.status === NO_CONTENT) return confirmed(answer, said);
    if (answer.status === CLASH) return (await hold(said), clash(answer));
    if (answer.status === LOCKED) return (await hold(said), ask(go));
    if (answer.ok && answer.headers.get("Content-Type").includes("json")) {
      confirmed(answer, said);
      return location.assign((await answer.json()).to);
    }
    if (answer.ok) kept = said;
    else await hold(said); // Onward was started anew
    if (go !== "stay") return plainly(go);
    say("held");
    if (answer.status !== NOT_FOUND) again();
  };

  /* Let the browser send it, so that the page that answers is seen. */
  const plainly = (go) => {
    const field = Object.assign(document.createElement("input"), { type: "hidden", name: "go", value: go });
    form.append(field);
    HTMLFormElement.prototype.submit.call(form);
  };

  const send = (go) => (line = line.then(() => sendNow(go)));

  /* Words held for other screens go out as well, each to its own. */
  const sendOthers = async () => {
    const places = Object.keys(localStorage).filter((name) => name.startsWith(HELD));
    for (const place of places.map((name) => name.slice(HELD.length))) {
      const held = place === here && !ends ? null : await heldFor(place);
      if (!held) continue;
      const answer = await post(place, held, "stay").catch(() => null);
      if (answer && (answer.status === NO_CONTENT || answer.status === NOT_FOUND)) letGo(place);
    }
  };

  const fill = (said) => {
    const given = new URLSearchParams(said);
    form.dispatchEvent(new CustomEvent("onward:rows", { detail: given }));
    for (const field of form.elements) {
      if (!field.name || fields.has(field.name)) continue;
      if (/radio|checkbox/.test(field.type)) field.checked = given.getAll(field.name).includes(field.value);
      else if (given.has(field.name)) field.value = given.get(field.name);
    }
  };

  const takeUp = async () => {
    const held = await heldFor(here);
    if (!held || held.said === kept) return letGo();
    const isNewest = held.seen === form.elements.seen.value;
    fill(held.said);
    form.elements.writer.value = held.writer;
    if (!isNewest) form.elements.seen.value = held.seen;
    await send("stay");
  };

  addEventListener("online", () => {
    if (!ends) send("stay");
    sendOthers();
  });
  if (ends) return void sendOthers();

  form.elements.writer.value = crypto.randomUUID();
  kept = words();
  takeUp().then(sendOthers);

  document.body.addEventListener("private-words-open", () => send(wanted));
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => send("stay"), PAUSE_MS);
  });
  form.addEventListener("submit", (event) => {
    const { name, value } = event.submitter ?? {};
    if (event.defaultPrevented || (name && name !== "go")) return;
    event.preventDefault();
    clearTimeout(timer);
    send(value ?? "next");
  });
  addEventListener("pagehide", () => {
    const said = words();
    if (said === kept) return;
    post(form.action, mine(said), "stay", { keepalive: true }).catch(() => {});
  });

  form.addEventListener("click", ({ target }) => {
    const use = target.closest("[data-draft-use]")?.dataset.draftUse;
    if (!use) return;
    if (use === "theirs") return (letGo(), (kept = words()), location.reload());
    form.elements.seen.value = form.dataset.mark;
    form.querySelector("[data-draft-clash]").hidden = true;
    send("stay");
  });
})();
