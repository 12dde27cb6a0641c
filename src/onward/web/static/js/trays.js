/* Cards are moved between trays by their buttons, or carried there with mouse or finger.
   The buttons alone do all of it, also without this script. */
(() => {
  const NEAR_PX = 6; // less is a press, not a carry
  const [EDGE_PX, STEP_PX] = [110, 7]; // near an edge the page moves along
  const form = document.querySelector("[data-trays]");
  if (!form) return;
  let carried = null;
  let [changed, going, kept] = [0, 0, 0]; // how many changes there were, are on their way, arrived

  const tell = (words) => {
    const place = document.getElementById("moved");
    place.textContent = `${place.dataset.moved} ${words}`;
  };

  const lay = (card, tray) => {
    if (card.closest("[data-tray]") === tray) return;
    const held = card.contains(document.activeElement) ? document.activeElement : null;
    tray.querySelector("ul").append(card);
    held?.focus();
    tell(tray.dataset.title);
  };

  const put = (card, tray) => {
    const radios = [...card.querySelectorAll("input[type=radio]")];
    for (const radio of radios) radio.checked = radio.value === tray.dataset.tray;
    lay(card, tray);
    card.dispatchEvent(new Event("change", { bubbles: true }));
  };

  const take = (offer, tray) => {
    form.elements.into.value = tray.dataset.tray;
    offer.querySelector("button").click();
  };

  /* A new card takes the focus once; after that nobody's hand is led away. */
  form.addEventListener("focusin", () => {
    for (const card of form.querySelectorAll("[autofocus]")) card.removeAttribute("autofocus");
  });

  form.addEventListener("change", ({ target }) => {
    const card = target.closest(".explanation");
    if (!card || target.type !== "radio") return;
    lay(card, form.querySelector(`[data-tray="${target.value}"]`));
  });

  for (const name of ["change", "input"]) form.addEventListener(name, () => { changed += 1; });
  form.addEventListener("submit", () => { kept = changed; });
  form.addEventListener("htmx:beforeRequest", () => { going = changed; });
  form.addEventListener("htmx:afterRequest", ({ detail }) => { if (detail.successful) kept = going; });

  /* The page keeps itself with a short delay; who leaves within it loses nothing. */
  const keepNow = () => {
    if (kept === changed) return;
    kept = changed;
    const body = new FormData(form);
    body.set("go", "stay");
    fetch(form.action, { method: "POST", body, keepalive: true, redirect: "manual" }).catch(() => {});
  };
  addEventListener("pagehide", keepNow);
  document.addEventListener("visibilitychange", () => { if (document.hidden) keepNow(); });

  const trayAt = ({ clientX, clientY }) =>
    document.elementFromPoint(clientX, clientY)?.closest("[data-tray]");

  const mark = (tray) => {
    for (const each of form.querySelectorAll(".tray")) each.classList.toggle("over", each === tray);
  };

  const lift = (event) => {
    const { card, start } = carried;
    const box = card.getBoundingClientRect();
    const ghost = card.cloneNode(true);
    ghost.removeAttribute("id");
    ghost.classList.add("carried");
    ghost.setAttribute("aria-hidden", "true");
    ghost.inert = true;
    for (const radio of ghost.querySelectorAll("input")) radio.removeAttribute("name");
    Object.assign(ghost.style, { width: `${box.width}px`, left: `${box.left}px`, top: `${box.top}px` });
    document.body.append(ghost);
    document.body.classList.add("dragging");
    card.classList.add("held");
    Object.assign(carried, { ghost, dx: box.left - start.x, dy: box.top - start.y });
    follow(event);
    creep();
  };

  /* Also while hand or finger rests there: on a phone the trays lie below each other. */
  const creep = () => {
    if (!carried?.ghost) return;
    const { at } = carried;
    const by = at.clientY < EDGE_PX ? -STEP_PX : at.clientY > innerHeight - EDGE_PX ? STEP_PX : 0;
    if (by) {
      scrollBy(0, by);
      mark(trayAt(at));
    }
    requestAnimationFrame(creep);
  };

  const follow = (event) => {
    const { ghost, dx, dy } = carried;
    carried.at = { clientX: event.clientX, clientY: event.clientY };
    ghost.style.left = `${event.clientX + dx}px`;
    ghost.style.top = `${event.clientY + dy}px`;
    mark(trayAt(event));
  };

  const release = () => {
    carried?.ghost?.remove();
    carried?.card.classList.remove("held");
    document.body.classList.remove("dragging");
    mark(null);
    carried = null;
  };

  form.addEventListener("pointerdown", (event) => {
    if (event.button || event.target.closest("button, input, textarea, label, a")) return;
    const card = event.target.closest(".explanation, .offer");
    if (!card) return;
    carried = { card, start: { x: event.clientX, y: event.clientY }, pointer: event.pointerId };
  });

  document.addEventListener("pointermove", (event) => {
    if (!carried || event.pointerId !== carried.pointer) return;
    const { x, y } = carried.start;
    if (carried.ghost) follow(event);
    else if (Math.hypot(event.clientX - x, event.clientY - y) > NEAR_PX) lift(event);
  });

  document.addEventListener("pointerup", (event) => {
    if (!carried || event.pointerId !== carried.pointer) return;
    const { card, ghost } = carried;
    const tray = ghost ? trayAt(event) : null;
    release();
    if (tray && card.matches(".offer")) take(card, tray);
    else if (tray) put(card, tray);
  });

  document.addEventListener("pointercancel", release);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") release();
  });
})();
