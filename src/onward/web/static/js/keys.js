/* Keys for those who like them: g then a letter goes somewhere, / searches, ? lists.
   They can be switched off in that list; the choice stays in this browser. */
(() => {
  const KEPT = "onward-keys";
  const PATIENCE_MS = 1200;
  const list = document.getElementById("keys");
  const tick = document.getElementById("keys-on");
  if (!list || !tick) return;

  let before = "";
  let since = 0;
  tick.checked = localStorage.getItem(KEPT) !== "off";
  tick.addEventListener("change", () => {
    localStorage.setItem(KEPT, tick.checked ? "on" : "off");
  });

  const isWriting = (target) =>
    target.isContentEditable || target.matches("input, textarea, select");

  const search = () => {
    const box = document.querySelector("[data-search]");
    if (box) box.select();
    return Boolean(box);
  };

  const answer = (typed) => {
    if (typed === "?") return list.togglePopover(), true;
    if (typed === "/") return search();
    const link = list.querySelector(`[data-keys="${CSS.escape(typed)}"]`);
    if (link) link.click();
    return Boolean(link);
  };

  document.addEventListener("keydown", (event) => {
    if (!tick.checked || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.length !== 1 || isWriting(event.target)) return;
    const typed = event.timeStamp - since < PATIENCE_MS ? before + event.key : event.key;
    before = event.key === "g" ? "g" : "";
    since = event.timeStamp;
    if (answer(typed)) event.preventDefault();
  });
})();
