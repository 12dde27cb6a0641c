/* Keeps ratings as they are given. While Onward cannot be reached they wait in the
   browser, and are sent from here once it answers, or from the next page of a technique. */
(() => {
  const form = document.querySelector("[data-rating]");
  if (!form) return;
  const WAITING = "onward-ratings";
  const HERE = `onward-rating ${location.pathname}`;
  const AN_HOUR_MS = 3_600_000;
  const AGAIN_MS = 15_000;
  const MOST_WAITING = 20;
  const status = form.querySelector("[role=status]");

  const waiting = () => {
    try { return JSON.parse(localStorage.getItem(WAITING)) ?? {}; } catch { return {}; }
  };
  const keepWaiting = (all) => {
    try { localStorage.setItem(WAITING, JSON.stringify(all)); } catch { /* private windows keep nothing */ }
  };
  const wait = (mark, url, told) => {
    const all = Object.entries({ ...waiting(), [mark]: { url, told } });
    keepWaiting(Object.fromEntries(all.slice(-MOST_WAITING)));
  };
  const drop = (mark) => {
    const { [mark]: _gone, ...others } = waiting();
    keepWaiting(others);
  };

  const send = async (mark, url, told) => {
    const body = new URLSearchParams(told);
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    body.set("go", "stay");
    try {
      const answer = await fetch(url, { method: "POST", body, keepalive: true });
      if (!answer.ok) throw new Error(answer.statusText);
      drop(mark);
      return true;
    } catch {
      wait(mark, url, told);
      return false;
    }
  };
  const sendWaiting = () => {
    for (const [mark, { url, told }] of Object.entries(waiting())) send(mark, url, told);
  };

  const told = () => {
    const { csrfmiddlewaretoken: _token, ...given } = Object.fromEntries(new FormData(form));
    return given;
  };
  const keep = async () => {
    const given = told();
    if (!("before" in given) && !("after" in given)) return true;
    sessionStorage.setItem(HERE, JSON.stringify({ given, at: Date.now() }));
    const isKept = await send(given.mark, form.action, given);
    status.textContent = isKept ? status.dataset.kept : status.dataset.later;
    return isKept;
  };

  /* Keeping a line loads the page anew; what was rated before it still belongs to this use. */
  const goOn = () => {
    const { given, at } = JSON.parse(sessionStorage.getItem(HERE)) ?? { at: 0 };
    if (Date.now() - at > AN_HOUR_MS) return;
    for (const [name, value] of Object.entries(given)) form.elements[name].value = value;
  };

  goOn();
  for (const input of form.elements) {
    if (input.matches("[type=radio], select")) input.addEventListener("change", keep);
  }
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!(await keep())) return;
    sessionStorage.removeItem(HERE);
    location.assign(form.dataset.rating);
  });
  addEventListener("online", sendWaiting);
  setInterval(sendWaiting, AGAIN_MS);
  sendWaiting();
})();
