/* Stretches of sound go to Onward in their order, each until it is there. What could not be
   sent waits in the page; after a break the server says which one it wants next. */
(() => {
  const FIRST_WAIT_MS = 300;
  const LONGEST_WAIT_MS = 3000;
  const SAY_AFTER_MS = 1500;
  const MOST_BYTES = 160000;

  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

  /* `tell` gets "sent", "waiting", "shut" (Onward was started anew) or "gone". */
  const sending = ({ url, number, token, tell }) => {
    let waiting = [];
    let next = number;
    let busy = false;
    let over = false;
    let emptied = [];

    const put = ({ number: at, kind, rate, content }) => fetch(
      `${url}?number=${at}&kind=${kind}&rate=${rate}`,
      {
        method: "PUT",
        body: content,
        headers: { "X-CSRFToken": token, "Content-Type": "application/octet-stream", Accept: "application/json" },
      },
    );

    /* The server knows better how far it is: what it has goes, the rest is numbered anew. */
    const fallIn = (wanted) => {
      waiting = waiting.filter((one) => one.number >= wanted);
      waiting.forEach((one, place) => { one.number = wanted + place; });
      next = wanted + waiting.length;
    };

    /* What piled up goes in one. One that was tried stays as it is: it may be there already. */
    const joinUntried = () => {
      const [first] = waiting;
      if (first.tried) return;
      let [count, size] = [1, first.content.byteLength];
      for (const one of waiting.slice(1)) {
        size += one.content.byteLength;
        if (one.rate !== first.rate || one.kind !== first.kind || size > MOST_BYTES) break;
        count += 1;
      }
      if (count === 1) return;
      const parts = waiting.splice(0, count).map(({ content }) => new Uint8Array(content));
      const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
      parts.reduce((at, part) => {
        whole.set(part, at);
        return at + part.length;
      }, 0);
      waiting.unshift({ ...first, content: whole.buffer });
      waiting.forEach((one, place) => { one.number = first.number + place; });
      next = first.number + waiting.length;
    };

    const attempt = async () => {
      joinUntried();
      waiting[0].tried = true;
      const answer = await put(waiting[0]).catch(() => null);
      if (answer?.ok) {
        waiting.shift();
        return "sent";
      }
      if (answer?.status === 409) {
        fallIn((await answer.json()).next);
        return "sent";
      }
      if (answer?.status === 404) return "gone";
      return [403, 423].includes(answer?.status) ? "shut" : "waiting";
    };

    const drain = async () => {
      if (busy || over) return;
      busy = true;
      let wait = FIRST_WAIT_MS;
      let since = Date.now();
      while (waiting.length && !over) {
        const came = await attempt();
        if (came === "gone") over = true;
        if (came === "sent") {
          wait = FIRST_WAIT_MS;
          since = Date.now();
          tell("sent");
        } else {
          if (came === "gone" || Date.now() - since > SAY_AFTER_MS) tell(came);
          await pause(wait);
          wait = Math.min(wait * 1.6, LONGEST_WAIT_MS);
        }
      }
      busy = false;
      for (const done of emptied.splice(0)) done();
    };

    return {
      add: (stretch) => {
        waiting.push({ ...stretch, number: next });
        next += 1;
        drain();
      },
      /* Resolves when all of it is with Onward. */
      empty: () => (waiting.length && !over ? new Promise((resolve) => emptied.push(resolve)) : Promise.resolve()),
      isBehind: () => waiting.length > 8,
      stop: () => { over = true; },
    };
  };

  window.Practice = window.Practice || {};
  window.Practice.sending = sending;
})();
