/* The undo line leaves after its seconds, but never from under a hand or the focus. */
(() => {
  const armed = new WeakSet();

  const arm = (line) => {
    if (!line || armed.has(line)) return;
    armed.add(line);
    let clock;
    const stop = () => clearTimeout(clock);
    const start = () => {
      stop();
      clock = setTimeout(() => line.remove(), Number(line.dataset.seconds) * 1000);
    };
    for (const name of ["pointerenter", "focusin"]) line.addEventListener(name, stop);
    for (const name of ["pointerleave", "focusout"]) line.addEventListener(name, start);
    start();
  };

  const look = () => arm(document.querySelector(".undo"));
  document.addEventListener("htmx:afterSettle", look);
  document.addEventListener("htmx:oobAfterSwap", look);
  look();
})();
