/* Mailboxes given by drag and drop or picked: copied in slices, going on after a break.
   All files of one go travel as one stream in the order of the list, so that a single
   number, the offset, says how far it is. The words shown stand in the page. */
(() => {
  const place = document.querySelector("[data-drop]");
  if (!place) return;

  const SLICE_BYTES = 4 * 1024 * 1024;
  const LONGEST_WAIT_MS = 30000;
  const sending = place.querySelector("[data-sending]");
  const bar = sending.querySelector("progress");
  const said = sending.querySelector("[data-said]");
  const token = place.querySelector("[name=csrfmiddlewaretoken]").value;
  let stopped = null;

  const words = (name, given = {}) =>
    Object.entries(given).reduce(
      (text, [key, value]) => text.replace(`{${key}}`, value),
      place.dataset[name],
    );

  const size = (bytes) => {
    const unit = [["GB", 1e9], ["MB", 1e6], ["kB", 1e3]].find(([, of]) => bytes >= of);
    if (!unit) return `${bytes} B`;
    return `${(bytes / unit[1]).toLocaleString(undefined, { maximumFractionDigits: 1 })} ${unit[0]}`;
  };

  const ask = async (url, method, body, type) => {
    const headers = { "X-CSRFToken": token, Accept: "application/json" };
    if (type) headers["Content-Type"] = type;
    const answer = await fetch(url, { method, body, headers, signal: stopped.signal });
    const told = await answer.json().catch(() => ({}));
    return { ok: answer.ok, status: answer.status, ...told };
  };

  const show = (offset, total) => {
    bar.max = total || 1;
    bar.value = offset;
    said.textContent = words("sending", { done: size(offset), total: size(total) });
  };

  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

  /* A broken connection or a restarted server: wait, ask how far it was, go on. */
  const whereWasI = async (url) => {
    for (let wait = 1000; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      said.textContent = words("again");
      await pause(wait);
      stopped.signal.throwIfAborted();
      try {
        const told = await ask(url, "GET");
        if (told.ok || (told.status >= 400 && told.status < 500)) return told;
      } catch (problem) {
        if (stopped.signal.aborted) throw problem;
      }
    }
  };

  const slice = async (url, whole, offset) => {
    const part = whole.slice(offset, offset + SLICE_BYTES);
    try {
      const told = await ask(`${url}?offset=${offset}`, "PUT", part, "application/octet-stream");
      return told.status >= 500 ? whereWasI(url) : told;
    } catch (problem) {
      if (stopped.signal.aborted) throw problem;
      return whereWasI(url);
    }
  };

  const send = async (given) => {
    const files = given.map(({ path, file }) => ({
      path, size: file.size, modified: file.lastModified,
    }));
    const whole = new Blob(given.map(({ file }) => file));
    let told = await ask(place.dataset.start, "POST", JSON.stringify({ files }), "application/json");
    if (!told.ok || !told.url) throw new Error(told.said || words("refused"));
    const url = told.url;
    place.dataset.upload = url;
    while (told.offset < whole.size) {
      show(told.offset, whole.size);
      told = await slice(url, whole, told.offset);
      if (typeof told.offset !== "number") throw new Error(told.said || words("refused"));
    }
    show(whole.size, whole.size);
  };

  const give = async (given) => {
    if (!given.length || stopped) return;
    stopped = new AbortController();
    sending.hidden = false;
    bar.hidden = false;
    try {
      await send(given);
      sending.hidden = true;
      document.body.dispatchEvent(new CustomEvent("mail-given"));
    } catch (problem) {
      bar.hidden = true;
      said.textContent = stopped.signal.aborted ? words("stopped") : problem.message;
    }
    stopped = null;
  };

  /* A dropped folder is walked; readEntries hands out a hundred at a time. */
  const walk = async (entry) => {
    if (entry.isFile) {
      const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
      return [{ path: entry.fullPath.replace(/^\//, ""), file }];
    }
    const reader = entry.createReader();
    const found = [];
    for (;;) {
      const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
      if (!some.length) return found;
      for (const inner of some) found.push(...(await walk(inner)));
    }
  };

  /* Items are gone after the first await, so all are looked at before it. */
  const dropped = async (items) => {
    const given = [...items]
      .filter((item) => item.kind === "file")
      .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
    const found = [];
    for (const { entry, file } of given) {
      if (entry) found.push(...(await walk(entry)));
      else if (file) found.push({ path: file.name, file });
    }
    return found;
  };

  const holdsFiles = (event) => event.dataTransfer.types.includes("Files");
  const mark = (on) => document.documentElement.classList.toggle("dragging", on);

  document.addEventListener("dragover", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    mark(true);
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) mark(false);
  });
  document.addEventListener("drop", async (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    mark(false);
    give(await dropped(event.dataTransfer.items));
  });

  for (const picker of place.querySelectorAll("[data-pick]")) {
    picker.addEventListener("change", () => {
      const given = [...picker.files].map((file) => ({
        path: file.webkitRelativePath || file.name, file,
      }));
      picker.value = "";
      give(given);
    });
  }
  for (const button of place.querySelectorAll("[data-open]")) {
    button.addEventListener("click", () => document.getElementById(button.dataset.open).click());
  }
  sending.querySelector("[data-stop]").addEventListener("click", () => {
    if (!stopped) return (sending.hidden = true);
    stopped.abort();
    const url = place.dataset.upload;
    if (url) fetch(url, { method: "DELETE", headers: { "X-CSRFToken": token } }).catch(() => {});
  });
})();
